/** Keeps the boards' records as the service tells them, so that a changed board needs no update. */

/** @import { Service } from "./service.js" */

import { STORED_SITES, storedSites } from "../stored.js";
import { fetchSites } from "./service.js";

/** The service's records change with its updates only. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/**
 * Asks for the records anew where they are old; called after the service has answered.
 *
 * @param {Service} service
 * @returns {Promise<void>}
 */
export async function refreshSites(service) {
  const stored = await storedSites();
  if (stored !== undefined && Date.now() - stored.fetched < FRESH_MS) return;
  const document = await fetchSites(service);
  if (document !== null) {
    await chrome.storage.local.set({ [STORED_SITES]: { fetched: Date.now(), document } });
  }
}
