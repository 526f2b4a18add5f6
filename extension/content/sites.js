/** The job boards: their records as the service last told them, else as the extension came with. */

/** @import { Site } from "../contract/sites.js" */

import { readSites } from "../contract/sites.js";
import { storedSites } from "../stored.js";

/** @returns {Promise<Site[]>} */
export async function loadSites() {
  const stored = await storedSites();
  try {
    if (stored !== undefined) return readSites(stored.document);
  } catch {
    // A newer service may speak of more than this extension knows.
  }
  const own = await fetch(chrome.runtime.getURL("content/sites.json"));
  return readSites(await own.json());
}

/**
 * @param {readonly Site[]} sites
 * @param {URL} url
 * @returns {Site | undefined} the board whose posting this address names, if it names one
 */
export function siteOfPosting(sites, url) {
  return siteOf(sites, url, (site) => site.postings);
}

/**
 * @param {readonly Site[]} sites
 * @param {Document} document
 * @param {string} url its address
 * @returns {{ site: Site, url: string } | undefined} the posting that a page shows, as its address or, beside a
 *   list, a link names it
 */
export function shownPosting(sites, document, url) {
  const site = siteOfPosting(sites, new URL(url));
  if (site !== undefined) return { site, url };
  for (const { posting } of sitesOn(sites, new URL(url))) {
    const link = posting.link.map((selector) => document.querySelector(selector)).find((found) => found !== null);
    if (!(link instanceof HTMLAnchorElement) || !URL.canParse(link.href)) continue;
    const named = siteOfPosting(sites, new URL(link.href));
    if (named !== undefined) return { site: named, url: link.href };
  }
  return undefined;
}

/**
 * @param {readonly Site[]} sites
 * @param {URL} url
 * @returns {Site | undefined} the board whose list of postings this address names, if it names one
 */
export function siteOfList(sites, url) {
  return siteOf(sites, url, (site) => site.lists);
}

/**
 * @param {readonly Site[]} sites
 * @param {URL} url
 * @param {(site: Site) => RegExp | null} pages
 * @returns {Site | undefined}
 */
function siteOf(sites, url, pages) {
  return sitesOn(sites, url).find((site) => pages(site)?.test(url.pathname + url.search));
}

/**
 * @param {readonly Site[]} sites
 * @param {URL} url
 * @returns {Site[]} the boards at its host
 */
function sitesOn(sites, { hostname }) {
  return sites.filter(({ hosts }) => hosts.some((host) => covers(host, hostname)));
}

/**
 * @param {string} pattern
 * @param {string} host
 * @returns {boolean}
 */
function covers(pattern, host) {
  if (!pattern.startsWith("*.")) return host === pattern;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}
