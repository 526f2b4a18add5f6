/** The names under which chrome.storage.local keeps things. */

export const SETTINGS = "settings";

/** @typedef {{ fetched: number, document: unknown }} StoredSites `fetched` in milliseconds since 1970 */
export const STORED_SITES = "sites";

/** @returns {Promise<StoredSites | undefined>} the boards' records as the service last told them */
export async function storedSites() {
  const stored = await chrome.storage.local.get(STORED_SITES);
  return /** @type {StoredSites | undefined} */ (stored[STORED_SITES]);
}
