/** The extension's own style sheets. */

/** Of the badge, on their way as soon as this module is. */
export const badgeStyles = beside("badge/badge.css");

/** @returns {Promise<CSSStyleSheet[]>} of the chip on a list's card */
export function cardStyles() {
  return beside("badge/card.css");
}

/** @returns {Promise<CSSStyleSheet[]>} of the panel */
export function panelStyles() {
  return Promise.all(["badge/panel.css", "badge/form.css"].map(load));
}

/**
 * @param {string} own of what stands beside a title
 * @returns {Promise<CSSStyleSheet[]>} it, and what all that stand there have in common
 */
function beside(own) {
  return Promise.all(["badge/overlay.css", own, "badge/scale.css"].map(load));
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
