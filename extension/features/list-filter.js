/** Dims or hides the cards of a list that lean the way the seeker does not want. */

/** @import { Verdict } from "../contract/cards.js" */
/** @import { Filter } from "../stored.js" */

/**
 * @param {Element} card
 * @param {Verdict | null} verdict
 * @param {Filter} filter
 */
export function applyFilter(card, verdict, filter) {
  if (!(card instanceof HTMLElement)) return;
  const is = verdict !== null && leans(verdict) === filter.split("_")[1];
  set(card, "opacity", is && filter.startsWith("dim") ? "0.35" : "");
  set(card, "display", is && filter.startsWith("hide") ? "none" : "");
}

/**
 * @param {HTMLElement} card
 * @param {"opacity" | "display"} property
 * @param {string} value "" gives back what the page had
 */
function set(card, property, value) {
  const kept = `syncline${property}`;
  if (value !== "") {
    card.dataset[kept] ??= card.style.getPropertyValue(property);
    card.style.setProperty(property, value, "important");
  } else if (card.dataset[kept] !== undefined) {
    card.style.setProperty(property, card.dataset[kept]);
    delete card.dataset[kept];
  }
}

/**
 * @param {Verdict} verdict
 * @returns {"async" | "sync" | "neither"}
 */
function leans({ position }) {
  if (position === "fully_async" || position === "async_first") return "async";
  return position === "fully_sync" || position === "sync_with_written_output" ? "sync" : "neither";
}
