/** Starts the chips on each list that a tab shows, and stops them when the list goes; only lists load them. */

/** @import { Card, Site } from "../contract/sites.js" */

import { siteOfList } from "./sites.js";

/**
 * @param {readonly Site[]} sites
 * @returns {() => void} to be called at the start and whenever the page was redrawn
 */
export function keepLists(sites) {
  /** @type {Card | null} */
  let shown = null;
  let stop = new AbortController();
  let scan = () => {};

  /**
   * @param {Card} card
   * @param {AbortSignal} signal
   */
  const begin = async (card, signal) => {
    const { badgeCards } = await import("../features/list-badges.js");
    if (!signal.aborted) scan = badgeCards(card, signal);
  };

  return () => {
    const card = listedCard(sites);
    if (card === shown) return scan();
    stop.abort();
    stop = new AbortController();
    scan = () => {};
    shown = card;
    if (card !== null) void begin(card, stop.signal).catch(() => {}); // the extension was reloaded or removed
  };
}

/**
 * @param {readonly Site[]} sites
 * @returns {Card | null} where the cards are, if the tab shows a list
 */
function listedCard(sites) {
  const site = siteOfList(sites, new URL(location.href));
  if (site === undefined) return null;
  return site.listTitle === null || site.listTitle.test(document.title) ? site.card : null;
}
