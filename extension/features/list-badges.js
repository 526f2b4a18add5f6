/** The chips on the cards of a list. */

/** @import { Chip } from "../badge/card.js" */
/** @import { Card } from "../contract/sites.js" */
/** @import { Verdict } from "../contract/cards.js" */
/** @import { Filter } from "../stored.js" */

import { attachChip } from "../badge/attach.js";
import { createChip, placeChips } from "../badge/card.js";
import { inNextFrame } from "../badge/overlay.js";
import { MOST_CARDS } from "../contract/cards.js";
import { ask } from "../content/ask.js";
import { badgePlace, cardKey, readCardText } from "../content/cards.js";
import { settled } from "../content/readiness.js";
import { FILTER, readFilter } from "../stored.js";
import { applyFilter } from "./list-filter.js";

/** Cards this near to the window are asked about before they scroll into it. */
const MARGIN = "400px";

/** Cards that come into view together are asked about together. */
const GATHER_MS = 50;

/** A service that did not answer is not asked again for every card. */
const PAUSE_MS = 30_000;

/** What was answered is kept for so many cards: scrolling back asks nothing. */
const REMEMBERED = 2000;

/** The answer about no cards. */
const NOTHING = /** @type {const} */ ({ state: "ready", verdicts: [] });

/** @typedef {{ key: string, chip: Chip | null }} Seen */

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

  const inView = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        inView.unobserve(target);
        waiting.add(target);
      }
      if (waiting.size > 0) flushIn(GATHER_MS);
    },
    { rootMargin: MARGIN },
  );

  const sizes = new ResizeObserver(
    inNextFrame((entries) => {
      const moved = [];
      for (const { target: card } of entries) {
        const chip = seen.get(card)?.chip;
        if (chip?.host.isConnected) moved.push({ chip, card });
        else sizes.unobserve(card); // it went, or stands for another posting
      }
      placeChips(moved);
    }),
  );

  const scan = () => {
    const cards = [];
    for (const card of document.querySelectorAll(parts.item)) {
      const key = cardKey(card, parts);
      const known = seen.get(card);
      if (key === "" || (known?.key === key && (known.chip === null || known.chip.host.isConnected))) continue;
      known?.chip?.host.remove();
      seen.set(card, { key, chip: null });
      if (!verdicts.has(key)) inView.observe(card);
      cards.push(card);
    }
    show(cards);
  };

  const flush = async () => {
    for (const card of waiting) if (!card.isConnected || verdicts.has(cardKey(card, parts))) waiting.delete(card);
    const cards = [...waiting].slice(0, MOST_CARDS);
    for (const card of cards) waiting.delete(card);
    const keys = cards.map((card) => cardKey(card, parts));
    const asked = cards.map((card) => readCardText(card, parts));
    const answer = asked.length === 0 ? NOTHING : await ask({ type: "cards", cards: asked });
    await settled;
    if (signal.aborted || answer === null) return;
    timer = 0; // only now: one question at a time
    if (answer.state !== "ready") {
      for (const card of cards) waiting.add(card);
      flushIn(PAUSE_MS);
      return;
    }
    keys.forEach((key, index) => remember(key, answer.verdicts[index] ?? null));
    show(cards.filter((card, index) => seen.get(card)?.key === keys[index]));
    if (waiting.size > 0) flushIn(GATHER_MS);
  };

  /** @param {number} milliseconds */
  const flushIn = (milliseconds) => {
    timer ||= window.setTimeout(() => void flush(), milliseconds);
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

  /** @param {Element[]} cards to get the chips of what they stand for now */
  const show = (cards) => {
    const placed = [];
    for (const card of cards) {
      const known = /** @type {Seen} */ (seen.get(card));
      const verdict = verdicts.get(known.key) ?? null;
      applyFilter(card, verdict, filter);
      const place = badgePlace(card, parts);
      if (verdict === null || place === null) continue;
      const chip = createChip(verdict);
      known.chip?.host.remove(); // a card that changed amid a question is answered twice
      known.chip = chip;
      placed.push({ chip, card, place });
    }
    for (const { chip, place } of placed) attachChip(chip.host, place);
    placeChips(placed);
    for (const { card } of placed) sizes.observe(card);
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
    sizes.disconnect();
    clearTimeout(timer);
    chrome.storage.onChanged.removeListener(changed);
    for (const card of document.querySelectorAll(parts.item)) {
      seen.get(card)?.chip?.host.remove();
      applyFilter(card, null, "none");
    }
  });
  scan();
  return scan;
}
