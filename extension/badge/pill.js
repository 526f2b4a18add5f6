/** The pill: what a listing shows at a glance. */

/** @import { Child } from "./dom.js" */
/** @import { Shown } from "./badge.js" */

import { say, sayPercent } from "../say.js";
import { element } from "./dom.js";
import { scale } from "./scale.js";

/**
 * @param {HTMLButtonElement} pill
 * @param {Shown} shown
 */
export function fillPill(pill, shown) {
  pill.replaceChildren(...pillChildren(shown));
}

/**
 * @param {Shown} shown
 * @returns {Node[]}
 */
function pillChildren(shown) {
  const name = element("span", { class: "unseen" }, "Syncline: ");
  if (shown.state !== "ready") return [name, sign(shown), element("span", { class: "label" }, plainLabel(shown))];
  const { position, confidence } = shown.analysis;
  const label = element("span", { class: "label" }, say(`position_${position}`));
  if (position === "unclear") return [name, scale(position), label, quiet(say("pill_unclear"))];
  return [name, scale(position), label, quiet(say("pill_confidence", sayPercent(confidence)))];
}

/**
 * @param {Exclude<Shown, { state: "ready" }>} shown
 * @returns {HTMLElement} what stands for the words where there is no room for them
 */
function sign({ state }) {
  return element("span", { class: "sign", "aria-hidden": "true" }, state === "loading" ? "…" : "!");
}

/**
 * @param {Child} text
 * @returns {HTMLElement}
 */
function quiet(text) {
  return element("span", { class: "quiet" }, text);
}

/**
 * @param {Exclude<Shown, { state: "ready" }>} shown
 * @returns {string}
 */
function plainLabel(shown) {
  if (shown.state === "loading") return say("pill_loading");
  if (shown.state === "offline") return say("pill_offline");
  if (shown.state === "not_paired" || shown.state === "outdated") return say(shown.state);
  return say("pill_error");
}
