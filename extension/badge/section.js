/** The sections of a panel: a heading with what stands below it. */

/** @import { Child } from "./dom.js" */

import { element } from "./dom.js";

/**
 * @param {string} name
 * @param {string} heading
 * @param {...(Child | Child[])} content
 * @returns {HTMLElement}
 */
export function section(name, heading, ...content) {
  return element("section", { class: name }, element("h3", {}, heading), ...content);
}

/**
 * @param {Child[]} items
 * @returns {HTMLElement}
 */
export function list(items) {
  return element("ul", {}, items);
}

/**
 * @param {readonly string[]} texts in English, as the service and its rule book write them
 * @returns {HTMLElement}
 */
export function textList(texts) {
  return list(texts.map((text) => element("li", { dir: "auto", lang: "en" }, text)));
}
