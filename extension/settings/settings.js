/** What the user chose, in chrome.storage.local. */

import { DEFAULT_ADDRESS, readAddress } from "./address.js";
import { SETTINGS } from "../stored.js";

/** Raised when the stored shape changes; an older extension leaves newer settings alone. */
export const VERSION = 1;

/**
 * @typedef {object} Settings
 * @property {string} address where the service answers
 */

/** @returns {Promise<Settings>} what is stored, or the defaults where nothing valid is */
export async function loadSettings() {
  const stored = await chrome.storage.local.get(SETTINGS);
  return readSettings(stored[SETTINGS]);
}

/**
 * @param {Settings} settings
 * @returns {Promise<void>}
 */
export async function saveSettings(settings) {
  await chrome.storage.local.set({ [SETTINGS]: { version: VERSION, ...settings } });
}

/**
 * @param {unknown} stored
 * @returns {Settings}
 */
export function readSettings(stored) {
  const defaults = { address: DEFAULT_ADDRESS };
  if (typeof stored !== "object" || stored === null) return defaults;
  const { version, address } = /** @type {Record<string, unknown>} */ (stored);
  if (version !== VERSION || typeof address !== "string") return defaults;
  // Checked again: a page must never be sent elsewhere because the store was tampered with.
  const read = readAddress(address);
  return "address" in read ? { address: read.address } : defaults;
}
