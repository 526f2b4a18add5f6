/** The posting as it stands on the page, without what the service does not need. */

/** @import { PostingParts } from "../contract/sites.js" */

import { LONGEST_PAGE } from "../contract/messages.js";

const JSON_LD = 'script[type="application/ld+json" i]';

/** Fewer characters are no description: the board draws it later, or somewhere else by now. */
const LEAST_DESCRIPTION = 200;

/** Neither text of the ad nor a hint at what kind of page this is. */
const NOT_SENT = [
  `script:not(${JSON_LD})`,
  "style",
  "template",
  "svg",
  "canvas",
  "iframe",
  "link[rel=stylesheet]",
  "meta[name*=csrf i]",
  "meta[name*=token i]",
  "syncline-badge",
].join(",");

/** What the user may have typed, or a page may keep as a secret. */
const TYPED = "input, textarea, select, [contenteditable]";

/**
 * @param {Document} document
 * @param {PostingParts} parts where the board keeps its postings
 * @returns {string | null} the posting's HTML, or where the board's places hold none the page's,
 *   without scripts, styles and anything typed into it; null where it is longer than the service is
 *   to read
 */
export function takeSnapshot(document, parts) {
  const kept = findParts(document, parts);
  const whole = document.documentElement;
  const root = /** @type {HTMLElement} */ (kept.size > 0 ? copyOf(whole, kept) : whole.cloneNode(true));
  for (const element of root.querySelectorAll(NOT_SENT)) element.remove();
  for (const element of root.querySelectorAll(TYPED)) forget(element);
  for (const image of root.querySelectorAll("[src^='data:' i]")) image.removeAttribute("src");
  const html = `<!doctype html>${root.outerHTML}`;
  return html.length <= LONGEST_PAGE ? html : null;
}

/**
 * @param {Document} document
 * @param {PostingParts} parts
 * @returns {Set<Element>} the parts of the posting; none where it has no description
 */
function findParts(document, parts) {
  const found = parts.description.flatMap((selector) => [...document.querySelectorAll(selector)]);
  if (found.every((element) => (element.textContent ?? "").trim().length < LEAST_DESCRIPTION)) return new Set();
  for (const selectors of [parts.title, parts.company, parts.location, ["head > title"]]) {
    const first = selectors.map((selector) => document.querySelector(selector)).find((element) => element !== null);
    if (first) found.push(first);
  }
  return new Set(found);
}

/**
 * @param {Element} element
 * @param {Set<Element>} kept
 * @returns {Node} a copy of `element` with what is kept in it, and what leads there, and no more
 */
function copyOf(element, kept) {
  if (kept.has(element)) return element.cloneNode(true);
  const copy = element.cloneNode(false);
  for (const child of element.children) {
    if (kept.has(child) || [...kept].some((one) => child.contains(one))) copy.appendChild(copyOf(child, kept));
  }
  return copy;
}

/** @param {Element} element */
function forget(element) {
  element.removeAttribute("value");
  element.removeAttribute("checked");
  if (element.localName !== "select") element.replaceChildren();
  for (const option of element.querySelectorAll("option")) option.removeAttribute("selected");
}
