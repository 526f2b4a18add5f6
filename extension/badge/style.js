/** The extension's own style sheets. */

/** Of the badge, on its way as soon as this module is. */
export const badgeStyle = load("badge/badge.css");

/** @returns {Promise<CSSStyleSheet>} of the chip on a list's card */
export function cardStyle() {
  return load("badge/card.css");
}

/** @returns {Promise<CSSStyleSheet[]>} of the panel */
export function panelStyles() {
  return Promise.all(["badge/panel.css", "badge/form.css"].map(load));
}

/**
 * @param {ShadowRoot} root
 * @param {...CSSStyleSheet} sheets shared by all that wear them; no page's policy forbids them
 */
export function dress(root, ...sheets) {
  root.adoptedStyleSheets.push(...sheets);
}

/**
 * @param {string} path within the extension
 * @returns {Promise<CSSStyleSheet>}
 */
async function load(path) {
  const response = await fetch(chrome.runtime.getURL(path));
  return new CSSStyleSheet().replace(await response.text());
}
