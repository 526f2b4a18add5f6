/** Finds the element that holds a posting's title. */

/** @import { Site } from "../contract/sites.js" */

/**
 * @param {Document} document
 * @param {Site} site
 * @returns {Element | null} the first visible title with text in it; null while there is none
 */
export function findTitle(document, site) {
  for (const selector of [...site.posting.title, "h1"]) {
    for (const element of document.querySelectorAll(selector)) {
      if (titleText(element) !== "" && element.getClientRects().length > 0) return element;
    }
  }
  return null;
}

/**
 * @param {Element} title
 * @returns {string} what it says, white space folded
 */
export function titleText(title) {
  return (title.textContent ?? "").trim().replace(/\s+/g, " ");
}
