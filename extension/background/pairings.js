/** Keeps the token of each service that this browser was paired with; no page ever gets one. */

import { PAIRINGS } from "../stored.js";

/** @typedef {Record<string, string>} Pairings tokens by the address they were given at */

/** @returns {Promise<Pairings>} a token is never sent to another address than its own */
export async function loadPairings() {
  return readPairings(await stored());
}

/**
 * @param {string} address
 * @param {string} token
 * @returns {Promise<void>}
 */
export async function saveToken(address, token) {
  await chrome.storage.local.set({ [PAIRINGS]: { ...readPairings(await stored()), [address]: token } });
}

/**
 * Forgets a token that the service does not know any more.
 *
 * @param {string} address
 * @param {string} token left alone where a newer one is stored
 * @returns {Promise<void>}
 */
export async function forgetToken(address, token) {
  const { [address]: held, ...others } = readPairings(await stored());
  if (held === token) await chrome.storage.local.set({ [PAIRINGS]: others });
}

/** @returns {Promise<unknown>} */
async function stored() {
  return (await chrome.storage.local.get(PAIRINGS))[PAIRINGS];
}

/**
 * @param {unknown} value
 * @returns {Pairings}
 */
export function readPairings(value) {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, token]) => typeof token === "string"));
}
