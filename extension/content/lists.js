/** Starts the chips on each list that a tab shows, and stops them when the list goes. */

/** @import { Card, Site } from "../contract/sites.js" */

import { badgeCards } from "../features/list-badges.js";
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
  return () => {
    const card = listedCard(sites);
    if (card !== shown) {
      stop.abort();
      stop = new AbortController();
      shown = card;
      scan = card === null ? () => {} : badgeCards(card, stop.signal);
    } else {
      scan();
    }
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
