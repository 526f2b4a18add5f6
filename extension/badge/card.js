/** The chip on a list's card: the position alone, with the telling sentence as its tooltip. */

/** @import { Verdict } from "../contract/cards.js" */

import { say, sayPercent } from "../say.js";
import { element } from "./dom.js";
import { scale } from "./scale.js";
import { loadStyle } from "./style.js";

export const CARD_HOST = "syncline-card";

const STYLE = await loadStyle("badge/card.css");

/**
 * @param {Verdict} verdict
 * @returns {HTMLElement}
 */
export function createCardBadge({ position, confidence, quote, knownBy }) {
  const host = document.createElement(CARD_HOST);
  host.dataset["position"] = position;
  const label = say(`position_${position}`);
  const known = say(`card_known_by_${knownBy}`, sayPercent(confidence));
  const told = quote === "" ? known : `${known}\n“${quote}”`;
  const chip = element(
    "span",
    { class: "chip", role: "img", "aria-label": `Syncline: ${label}. ${told}`, title: told, "data-known-by": knownBy },
    scale(position),
    element("span", { "aria-hidden": "true" }, label),
  );
  chip.lang = chrome.i18n.getUILanguage();
  host.attachShadow({ mode: "open" }).append(element("style", {}, STYLE), chip);
  return host;
}
