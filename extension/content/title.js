/** Finds the element that holds a posting's title. */

/** @import { Site } from "../contract/sites.js" */

/**
 * @param {Document} document
 * @param {Site} site
 * @returns {Element | null} the first visible title with text in it, else what the page's own title
 *   begins with; null while there is none
 */
export function findTitle(document, site) {
  for (const selector of [...site.posting.title, "h1"]) {
    for (const element of document.querySelectorAll(selector)) {
      if (titleText(element) !== "" && isShown(element)) return element;
    }
  }
  return findPageTitle(document);
}

/**
 * @param {Document} document of a page without headings, whose title is such as "Baker | Heron | LinkedIn"
 * @returns {Element | null} the first visible element that says the first part of it, and no more
 */
function findPageTitle(document) {
  const [first = "", ...rest] = document.title.replace(/^\(\d+\+?\)/, "").split("|");
  const wanted = first.trim();
  if (wanted === "" || rest.length === 0) return null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (nodeValue?.trim() === wanted && parentElement !== null && isShown(parentElement)) return parentElement;
  }
  return null;
}

/**
 * @param {Element} element
 * @returns {boolean}
 */
function isShown(element) {
  return element.getClientRects().length > 0;
}

/**
 * @param {Element} title
 * @returns {string} what it says, white space folded
 */
export function titleText(title) {
  return (title.textContent ?? "").trim().replace(/\s+/g, " ");
}
