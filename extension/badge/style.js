/** The extension's own style sheets, on their way as soon as this module is. */

/** Of the badge and its panel. */
export const badgeStyles = Promise.all(["badge/badge.css", "badge/panel.css", "badge/form.css"].map(load));

/** Of the chip on a list's card. */
export const cardStyle = load("badge/card.css");

/**
 * @param {string} path within the extension
 * @returns {Promise<string>}
 */
async function load(path) {
  const response = await fetch(chrome.runtime.getURL(path));
  return response.text();
}
