/** Where the panel goes: below the pill, else above it, never over it, always within the window. */

import { inNextFrame, scaleOf } from "./overlay.js";

/** Distance to the pill and to the window's edges, in pixels of its styles. */
const GAP = 8;

/** The panel's greatest and, where the window is tiny, its least height, in pixels of its styles. */
const HIGHEST = 560;
const LOWEST = 160;

/**
 * @typedef {object} Box
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */

/** @typedef {{ width: number, height: number }} Size */

/**
 * Keeps the panel in its place while it is open.
 *
 * @param {HTMLElement} host
 * @param {HTMLButtonElement} pill
 * @param {HTMLElement} panel
 * @param {AbortSignal} signal
 */
export function keepInPlace(host, pill, panel, signal) {
  const place = () => placeBeside(panel, pill, getComputedStyle(host).direction === "rtl");
  /** @type {AbortController | null} */
  let open = null;
  panel.addEventListener("beforetoggle", (event) => {
    open?.abort();
    const opens = event.newState === "open";
    pill.setAttribute("aria-expanded", String(opens));
    if (!opens) return;
    open = new AbortController();
    const until = { signal: AbortSignal.any([open.signal, signal]), passive: true, capture: true };
    requestAnimationFrame(place); // it has no size before it is shown
    for (const moved of ["scroll", "resize"]) window.addEventListener(moved, place, until);
    const observer = new ResizeObserver(inNextFrame(place));
    observer.observe(panel);
    until.signal.addEventListener("abort", () => observer.disconnect());
  });
}

/**
 * @param {HTMLElement} panel placed with `position: fixed`
 * @param {HTMLElement} pill
 * @param {boolean} rightToLeft whether the page runs from right to left
 */
function placeBeside(panel, pill, rightToLeft) {
  const scale = scaleOf(panel, panel.getBoundingClientRect());
  const { left, right, top, bottom } = pill.getBoundingClientRect();
  const box = { left: left / scale, right: right / scale, top: top / scale, bottom: bottom / scale };
  const { clientWidth, clientHeight } = document.documentElement;
  const room = { width: clientWidth / scale, height: clientHeight / scale };
  const border = panel.offsetHeight - panel.clientHeight;
  const size = { width: panel.offsetWidth, height: panel.scrollHeight + border };
  const place = placeBox(box, size, room, rightToLeft);
  panel.style.left = `${place.left}px`;
  panel.style.top = `${place.top}px`;
  panel.style.maxHeight = `${place.height}px`;
}

/**
 * @param {Box} pill
 * @param {Size} size of the panel, were there room for all of it
 * @param {Size} room the window's
 * @param {boolean} rightToLeft whether the right edges are aligned instead of the left ones
 * @returns {{ left: number, top: number, height: number }} `height` is the most it may take
 */
export function placeBox(pill, size, room, rightToLeft) {
  const wanted = Math.min(size.height, HIGHEST);
  const below = room.height - pill.bottom - 2 * GAP;
  const above = pill.top - 2 * GAP;
  const isBelow = below >= Math.min(wanted, above);
  const height = Math.max(LOWEST, Math.min(wanted, isBelow ? below : above));
  const top = isBelow ? pill.bottom + GAP : pill.top - GAP - height;
  const left = rightToLeft ? pill.right - size.width : pill.left;
  return {
    left: within(left, room.width - size.width - GAP),
    top: within(top, room.height - height - GAP),
    height,
  };
}

/**
 * @param {number} wanted
 * @param {number} most
 * @returns {number}
 */
function within(wanted, most) {
  return Math.max(GAP, Math.min(wanted, most));
}
