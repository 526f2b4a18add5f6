/** All text a user reads comes through here, from _locales. */

/** @typedef {keyof typeof import("./_locales/en/messages.json")} MessageKey */

/**
 * @param {MessageKey} key
 * @param {...string} parts what the message's placeholders stand for
 * @returns {string} the message in the browser's language
 */
export function say(key, ...parts) {
  return chrome.i18n.getMessage(key, parts);
}

/**
 * @param {number} share 0 to 1
 * @returns {string} such as "74%", as the browser's language writes it
 */
export function sayPercent(share) {
  const language = chrome.i18n.getUILanguage();
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
