/** The extension's own style sheets. */

/** Of the badge, on its way as soon as this module is. */
export const badgeStyle = load("badge/badge.css");

/** Of the chip on a list's card. */
export function cardStyle() {
  return load("badge/card.css");
}

/** @returns {Promise<string[]>} of the panel */
export function panelStyles() {
  return Promise.all(["badge/panel.css", "badge/form.css"].map(load));
}

/**
 * @param {string} path within the extension
 * @returns {Promise<string>}
 */
async function load(path) {
  const response = await fetch(chrome.runtime.getURL(path));
  return response.text();
}
