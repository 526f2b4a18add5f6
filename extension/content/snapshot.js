/** The page as it stands, without what the service does not need. */

import { LONGEST_PAGE } from "../contract/messages.js";

const JSON_LD = 'script[type="application/ld+json" i]';

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
 * @returns {string | null} its HTML without scripts, styles and anything typed into it; null where
 *   it is longer than the service is to read
 */
export function takeSnapshot(document) {
  const root = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  for (const element of root.querySelectorAll(NOT_SENT)) element.remove();
  for (const element of root.querySelectorAll(TYPED)) forget(element);
  for (const image of root.querySelectorAll("[src^='data:' i]")) image.removeAttribute("src");
  const html = `<!doctype html>${root.outerHTML}`;
  return html.length <= LONGEST_PAGE ? html : null;
}

/** @param {Element} element */
function forget(element) {
  element.removeAttribute("value");
  element.removeAttribute("checked");
  if (element.localName !== "select") element.replaceChildren();
  for (const option of element.querySelectorAll("option")) option.removeAttribute("selected");
}
