/** The posting as it stands on the page, without what the service does not need. */

/** @import { PostingParts } from "../contract/sites.js" */

import { LONGEST_PAGE } from "../contract/page.js";
import { LEAST_DESCRIPTION, descriptionText, findDescription } from "./description.js";
import { JSON_LD, findStructuredPosting, structuredCompany } from "./structured.js";

/** Neither text of the ad nor a hint at what kind of page this is. */
const NOT_SENT = [
  `script:not(${JSON_LD})`,
  "style",
  "template",
  "svg, canvas, img, picture, video, audio",
  "iframe, object, embed",
  "link[rel=stylesheet]",
  "meta[name*=csrf i]",
  "meta[name*=token i]",
  "syncline-badge, syncline-card",
].join(",");

/** What the user may have typed, or a page may keep as a secret. */
const TYPED = "input, textarea, select, [contenteditable]";

// A form's fields hide those of its properties that they are named like; the prototype has them all.
const { appendChild, cloneNode, contains } = Node.prototype;
const parentElement = Object.getOwnPropertyDescriptor(Node.prototype, "parentElement")?.get;

/**
 * @param {Document} document
 * @param {PostingParts} parts where the board keeps its postings
 * @returns {string | null} the posting's HTML; where the board's places hold none, its structured
 *   data; where there is none either, the page. Without scripts, styles, pictures and anything typed
 *   into it; null where it is longer than the service is to read
 */
export function takeSnapshot(document, parts) {
  const kept = findParts(document, parts);
  const whole = document.documentElement;
  const root = /** @type {HTMLElement} */ (kept.size > 0 ? copyOf(whole, kept) : whole.cloneNode(true));
  const shown = descriptionText(document, parts);
  const company = shown === "" ? null : structuredCompany(document, shown);
  if (company !== null) appendChild.call(root, company);
  for (const element of root.querySelectorAll(NOT_SENT)) element.remove();
  for (const element of root.querySelectorAll(TYPED)) forget(element);
  const html = `<!doctype html>${root.outerHTML}`;
  return html.length <= LONGEST_PAGE ? html : null;
}

/**
 * @param {Document} document
 * @param {PostingParts} parts
 * @returns {Set<Element>} the parts of the posting; none where it has no description
 */
function findParts(document, parts) {
  const found = findDescription(document, parts);
  if (found.length === 0) {
    const structured = findStructuredPosting(document, LEAST_DESCRIPTION);
    if (structured === null) return new Set();
    found.push(structured);
  }
  for (const selectors of [parts.title, parts.company, parts.location, ["head > title"]]) {
    const all = selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
    const first = all.find((element) => (element.textContent ?? "").trim() !== "");
    if (first) found.push(first);
  }
  return new Set(found);
}

/**
 * @param {Element} root
 * @param {Set<Element>} kept
 * @returns {Element} a copy of `root` with what is kept in it, and what leads there, and no more; made
 *   from the inside out, as a page may nest its elements deeper than functions can call each other
 */
function copyOf(root, kept) {
  const copies = new Map([[root, shallowCopyOf(root)]]);
  for (const element of inOrder(kept)) {
    if ([...kept].some((other) => other !== element && contains.call(other, element))) continue;
    let copy = /** @type {Element} */ (cloneNode.call(element, true));
    for (let parent = parentOf(element); parent !== null; parent = parentOf(parent)) {
      const known = copies.get(parent);
      const around = known ?? shallowCopyOf(parent);
      appendChild.call(around, copy);
      if (known) break;
      copies.set(parent, around);
      copy = around;
    }
  }
  return /** @type {Element} */ (copies.get(root));
}

/**
 * @param {Element} element
 * @returns {Element} without what is in it
 */
function shallowCopyOf(element) {
  return /** @type {Element} */ (cloneNode.call(element, false));
}

/**
 * @param {Element} element
 * @returns {Element | null}
 */
function parentOf(element) {
  return parentElement?.call(element) ?? null;
}

/**
 * @param {Set<Element>} elements
 * @returns {Element[]} as they stand in the page
 */
function inOrder(elements) {
  return [...elements].sort((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** @param {Element} element */
function forget(element) {
  element.removeAttribute("value");
  element.removeAttribute("checked");
  if (element.localName !== "select") element.replaceChildren();
  for (const option of element.querySelectorAll("option")) option.removeAttribute("selected");
}
