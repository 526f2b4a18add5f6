/** What the extension's own pages share: finding their elements and filling in their texts. */

/** @import { MessageKey } from "../say.js" */

import { DIRECTION, LANGUAGE, say } from "../say.js";

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T} the one element of the page that it selects
 */
export function find(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new TypeError(`${location.pathname} has no ${selector}`);
  return found;
}

/**
 * Puts every text marked `data-say` in, in the browser's language.
 *
 * @param {MessageKey} title of the page
 */
export function fillTexts(title) {
  document.documentElement.lang = LANGUAGE;
  document.documentElement.dir = DIRECTION;
  for (const marked of document.querySelectorAll("[data-say]")) {
    marked.textContent = say(/** @type {MessageKey} */ (marked.getAttribute("data-say")));
  }
  document.title = say(title);
}
