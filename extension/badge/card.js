/** The chip on a list's card: the position alone, with the telling sentence as its tooltip. */

/** @import { Verdict } from "../contract/cards.js" */

import { DIRECTION, LANGUAGE, say, sayPercent } from "../say.js";
import { createHost } from "./attach.js";
import { element } from "./dom.js";
import { placeOverlays } from "./overlay.js";
import { scale } from "./scale.js";
import { cardStyles, dress } from "./style.js";

const HOST = "syncline-card";

const STYLES = await cardStyles();

/** @typedef {{ host: HTMLElement, shown: HTMLElement }} Chip */

/**
 * @param {Verdict} verdict
 * @returns {Chip} not yet in the page
 */
export function createChip({ position, confidence, quote, knownBy, handbook }) {
  const { host, root } = createHost(HOST);
  host.dataset["position"] = position;
  const label = say(`position_${position}`);
  const known = say(`card_known_by_${knownBy}`, sayPercent(confidence));
  const isOpen = handbook?.outcome === "public";
  const told = [known, quote && `“${quote}”`, isOpen && say("card_handbook")].filter(Boolean).join("\n");
  const shown = element(
    "span",
    { class: "chip", role: "img", "aria-label": `Syncline: ${label}. ${told}`, title: told, "data-known-by": knownBy },
    scale(position),
    element("span", { "aria-hidden": "true" }, label),
    isOpen && element("span", { class: "handbook", "aria-hidden": "true" }),
  );
  shown.lang = LANGUAGE;
  shown.dir = DIRECTION;
  dress(root, ...STYLES);
  root.append(shown);
  return { host, shown };
}

/** @param {readonly { chip: Chip, card: Element }[]} chips in the page now, each to be placed within its card */
export function placeChips(chips) {
  placeOverlays(chips.map(({ chip, card }) => ({ ...chip, within: card })));
}
