/** Starts every feature on each page that a tab shows, and stops it when the page goes. */

/** @import { Site } from "../contract/sites.js" */

import { postingBadge } from "../features/posting-badge.js";
import { findDescription } from "./description.js";
import { keepLists } from "./lists.js";
import { readable } from "./readiness.js";
import { loadSites, shownPosting } from "./sites.js";
import { findTitle, titleText } from "./title.js";
import { watch } from "./watch.js";

/**
 * One posting as the tab shows it now.
 *
 * @typedef {object} Place
 * @property {Site} site
 * @property {string} url
 * @property {Element} title
 */

/**
 * A feature: `start` begins it on a posting, `signal` ends it, and what `start` returns is called
 * whenever the page was redrawn.
 *
 * @typedef {object} Feature
 * @property {(place: Place, signal: AbortSignal) => (place: Place) => void} start
 */

/** @type {readonly Feature[]} */
const FEATURES = [postingBadge];

const [sites] = await Promise.all([loadSites(), readable]);

let shown = "";
let address = "";
let stop = new AbortController();
/** @type {((place: Place) => void)[]} */
let redrawn = [];

/** @returns {Place | null} what the tab shows now, if it is a posting */
function look() {
  const posting = shownPosting(sites, document, location.href);
  const title = posting && findTitle(document, posting.site);
  return posting && title ? { ...posting, title } : null;
}

/**
 * @param {Place | null} place
 * @returns {string} the same for two looks at one posting
 */
function identity(place) {
  if (place === null) return "";
  const { origin, pathname, search, hash } = new URL(place.url);
  const route = /^#[!/]/.test(hash) ? hash : ""; // any other fragment only scrolls
  return `${origin}${pathname}${search}${route} ${titleText(place.title)}`;
}

/** @param {boolean} isAtRest whether what the page shows now will stay */
function update(isAtRest) {
  const place = look();
  const now = identity(place);
  if (place !== null && now === shown) {
    if (isAtRest) for (const tell of redrawn) tell(place);
  } else if (isAtRest || (place !== null && findDescription(document, place.site.posting).length > 0)) {
    start(place, now);
  } else if (location.href !== address) {
    start(null, ""); // the next posting is still being drawn; the badge of the one before goes now
  }
}

/**
 * @param {Place | null} place
 * @param {string} now
 */
function start(place, now) {
  stop.abort();
  stop = new AbortController();
  shown = now;
  address = location.href;
  redrawn = place === null ? [] : FEATURES.map((feature) => feature.start(place, stop.signal));
}

const updateLists = keepLists(sites);

/** @param {boolean} isAtRest */
function updateAll(isAtRest) {
  update(isAtRest);
  if (isAtRest) updateLists();
}

watch(new AbortController().signal, updateAll);
updateAll(true);
