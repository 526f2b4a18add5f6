/** The names under which chrome.storage.local keeps things. */

export const SETTINGS = "settings";

export const PAIRINGS = "pairings";

/** @typedef {{ fetched: number, document: unknown }} StoredSites `fetched` in milliseconds since 1970 */
export const STORED_SITES = "sites";

/** @returns {Promise<StoredSites | undefined>} the boards' records as the service last told them */
export async function storedSites() {
  const stored = await chrome.storage.local.get(STORED_SITES);
  return /** @type {StoredSites | undefined} */ (stored[STORED_SITES]);
}

export const FILTER = "filter";

export const FILTERS = /** @type {const} */ (["none", "dim_sync", "hide_sync", "dim_async", "hide_async"]);

/** @typedef {typeof FILTERS[number]} Filter what happens to a list's cards that lean one way */

/**
 * @param {unknown} stored
 * @returns {Filter}
 */
export function readFilter(stored) {
  return FILTERS.find((filter) => filter === stored) ?? "none";
}
