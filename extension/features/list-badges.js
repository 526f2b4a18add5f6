/** The chips on the cards of a list, and the filter that dims or hides cards. */

/** @import { Card } from "../contract/sites.js" */
/** @import { Verdict } from "../contract/cards.js" */
/** @import { Filter } from "../stored.js" */

import { cutsOff } from "../badge/attach.js";
import { createCardBadge } from "../badge/card.js";
import { MOST_CARDS } from "../contract/cards.js";
import { ask } from "../content/ask.js";
import { badgePlace, cardKey, readCardText } from "../content/cards.js";
import { FILTER, readFilter } from "../stored.js";

/** Cards this near to the window are asked about before they scroll into it. */
const MARGIN = "400px";

/** Cards that come into view together are asked about together. */
const GATHER_MS = 50;

/** A service that did not answer is not asked again for every card. */
const PAUSE_MS = 30_000;

/** What was answered is kept for so many cards: scrolling back asks nothing. */
const REMEMBERED = 2000;

/** @typedef {{ key: string, host: HTMLElement | null }} Seen */

/**
 * @param {Card} parts where the board's cards are
 * @param {AbortSignal} signal ends it
 * @returns {() => void} to be called whenever the page was redrawn
 */
export function badgeCards(parts, signal) {
  /** @type {WeakMap<Element, Seen>} */
  const seen = new WeakMap();
  /** @type {Map<string, Verdict | null>} */
  const verdicts = new Map();
  /** @type {Set<Element>} */
  const waiting = new Set();
  /** @type {Filter} */
  let filter = "none";
  let timer = 0;
  let pausedUntil = 0;

  const inView = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        inView.unobserve(target);
        waiting.add(target);
      }
      if (waiting.size > 0) timer ||= window.setTimeout(() => void flush(), GATHER_MS);
    },
    { rootMargin: MARGIN },
  );

  const scan = () => {
    for (const card of document.querySelectorAll(parts.item)) {
      const key = cardKey(card, parts);
      const known = seen.get(card);
      if (key === "" || (known?.key === key && (known.host === null || known.host.isConnected))) continue;
      known?.host?.remove();
      seen.set(card, { key, host: null });
      const verdict = verdicts.get(key);
      if (verdict === undefined) inView.observe(card);
      show(card, verdict ?? null);
    }
  };

  const flush = async () => {
    timer = 0;
    if (performance.now() < pausedUntil) return;
    const cards = [...waiting].slice(0, MOST_CARDS);
    for (const card of cards) waiting.delete(card);
    const keys = cards.map((card) => cardKey(card, parts));
    const answer = await ask({ type: "cards", cards: cards.map((card) => readCardText(card, parts)) });
    if (signal.aborted || answer === null) return;
    if (answer.state !== "ready") {
      pausedUntil = performance.now() + PAUSE_MS;
      for (const card of cards) waiting.add(card);
      timer = window.setTimeout(() => void flush(), PAUSE_MS);
      return;
    }
    cards.forEach((card, index) => {
      const key = /** @type {string} */ (keys[index]);
      remember(key, answer.verdicts[index] ?? null);
      if (seen.get(card)?.key === key) show(card, answer.verdicts[index] ?? null);
    });
    if (waiting.size > 0) timer ||= window.setTimeout(() => void flush(), GATHER_MS);
  };

  /**
   * @param {string} key
   * @param {Verdict | null} verdict
   */
  const remember = (key, verdict) => {
    verdicts.set(key, verdict);
    const [oldest] = verdicts.keys();
    if (verdicts.size > REMEMBERED && oldest !== undefined) verdicts.delete(oldest);
  };

  /**
   * @param {Element} card
   * @param {Verdict | null} verdict
   */
  const show = (card, verdict) => {
    applyFilter(card, verdict, filter);
    const place = badgePlace(card, parts);
    const known = seen.get(card);
    if (verdict === null || place === null || known === undefined) return;
    known.host = createCardBadge(verdict);
    if (cutsOff(place)) place.after(known.host);
    else place.append(known.host);
  };

  /** @param {Filter} chosen */
  const refilter = (chosen) => {
    filter = chosen;
    for (const card of document.querySelectorAll(parts.item)) {
      applyFilter(card, verdicts.get(cardKey(card, parts)) ?? null, filter);
    }
  };

  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const changed = (changes) => {
    if (changes[FILTER]) refilter(readFilter(changes[FILTER].newValue));
  };
  chrome.storage.onChanged.addListener(changed);
  void chrome.storage.local.get(FILTER).then((stored) => refilter(readFilter(stored[FILTER])));
  signal.addEventListener("abort", () => {
    inView.disconnect();
    clearTimeout(timer);
    chrome.storage.onChanged.removeListener(changed);
    for (const card of document.querySelectorAll(parts.item)) {
      seen.get(card)?.host?.remove();
      applyFilter(card, null, "none");
    }
  });
  scan();
  return scan;
}

/**
 * @param {Element} card
 * @param {Verdict | null} verdict
 * @param {Filter} filter
 */
function applyFilter(card, verdict, filter) {
  if (!(card instanceof HTMLElement)) return;
  const is = verdict !== null && leans(verdict) === filter.split("_")[1];
  set(card, "opacity", is && filter.startsWith("dim") ? "0.35" : "");
  set(card, "display", is && filter.startsWith("hide") ? "none" : "");
}

/**
 * @param {HTMLElement} card
 * @param {"opacity" | "display"} property
 * @param {string} value "" gives back what the page had
 */
function set(card, property, value) {
  const kept = `syncline${property}`;
  if (value !== "") {
    card.dataset[kept] ??= card.style.getPropertyValue(property);
    card.style.setProperty(property, value, "important");
  } else if (card.dataset[kept] !== undefined) {
    card.style.setProperty(property, card.dataset[kept]);
    delete card.dataset[kept];
  }
}

/**
 * @param {Verdict} verdict
 * @returns {"async" | "sync" | "neither"}
 */
function leans({ position }) {
  if (position === "fully_async" || position === "async_first") return "async";
  return position === "fully_sync" || position === "sync_with_written_output" ? "sync" : "neither";
}
