/** All text a user reads comes through here, from _locales. */

/** @typedef {keyof typeof import("./_locales/en/messages.json")} MessageKey */

/** The browser's; kept, as a list's every chip needs it and asking takes a fifth of a millisecond. */
export const LANGUAGE = chrome.i18n.getUILanguage();

/** Of the browser's language: "ltr" or "rtl"; the page's own may be the other one. */
export const DIRECTION = chrome.i18n.getMessage("@@bidi_dir");

const PERCENT = new Intl.NumberFormat(LANGUAGE, { style: "percent", maximumFractionDigits: 0 });

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
  return PERCENT.format(share);
}
