/** The text of a posting where the board's record says it stands. */

/** @import { PostingParts } from "../contract/sites.js" */

/** Fewer characters are no description: the board draws it later, or somewhere else by now. */
export const LEAST_DESCRIPTION = 200;

/**
 * @param {Document} document
 * @param {PostingParts} parts where the board keeps its postings
 * @returns {Element[]} what holds the description; none where it is too short to be one
 */
export function findDescription(document, parts) {
  const found = parts.description.flatMap((selector) => [...document.querySelectorAll(selector)]);
  return found.some((element) => (element.textContent ?? "").trim().length >= LEAST_DESCRIPTION) ? found : [];
}

/**
 * @param {Document} document
 * @param {PostingParts} parts
 * @returns {string} "" where there is none
 */
export function descriptionText(document, parts) {
  return findDescription(document, parts)
    .map((element) => element.textContent ?? "")
    .join("\n");
}
