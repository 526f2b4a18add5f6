/**
 * Lays what the extension shows over the page: the host in the page's text has no size, so nothing of
 * the page ever moves; what it shows stands beside the text's end, or under it where there is no room.
 */

import { isWithinLine, lastLineOf } from "./ending.js";

/** Distance to the text and to the edge of its room, in CSS pixels. */
const GAP = 8;

/** The middle of a line's letters, as a share of their size above the base line. */
const MIDDLE = 0.35;

/** What the pill shows, the most that has room beside the title: all, the position's name, its mark alone. */
const SIZES = ["all", "name", "mark"];

/** @typedef {{ x: number, y: number, isBeside: boolean }} Shift in pixels of the window, from where the host stands */

/**
 * @typedef {object} Text whose end the overlay goes beside, in pixels of the window from where the host stands
 * @property {number} end along the line
 * @property {number} middle of its letters, downwards
 * @property {number} bottom of its letters, downwards
 * @property {number} room along the line, to what comes next in its row
 */

/**
 * @param {Omit<Text, "room">} text
 * @param {number} start the host's distance to the room's near edge, along the line
 * @param {number} room length of the line from edge to edge
 * @param {{ width: number, height: number }} size of what is shown
 * @returns {Shift} along the line and downwards
 */
export function overlayShift({ end, middle, bottom }, start, room, { width, height }) {
  if (start + end + GAP + width <= room) return { x: end + GAP, y: middle - height / 2, isBeside: true };
  return { x: Math.max(room - width, 0) - start, y: bottom, isBeside: false };
}

/** @typedef {{ host: HTMLElement, shown: HTMLElement, within: Element }} Overlay `within` is the element whose width is the room */

/**
 * Measures all before it moves any, so that the browser lays the page out once.
 *
 * @param {readonly Overlay[]} overlays
 * @returns {boolean} whether there was room beside the text for all of them
 */
export function placeOverlays(overlays) {
  const measured = overlays.map(({ host, shown, within }) => {
    const isRightToLeft = getComputedStyle(host.parentElement ?? host).direction === "rtl";
    const [at, room] = [host.getBoundingClientRect(), within.getBoundingClientRect()];
    const start = isRightToLeft ? room.right - at.right : at.left - room.left;
    const length = Math.min(room.width, innerWidth - (isRightToLeft ? 0 : room.left) - GAP);
    const size = shown.getBoundingClientRect();
    const scale = scaleOf(shown, size);
    const text = "flow" in host.dataset ? textBefore(host, at, isRightToLeft) : textAround(host, scale);
    const shift = overlayShift(text, start, Math.min(length, start + text.room), size);
    return { ...shift, shown, scale, x: isRightToLeft ? -shift.x - size.width : shift.x };
  });
  for (const { shown, scale, x, y } of measured) shown.style.translate = `${x / scale}px ${y / scale}px`;
  return measured.every(({ isBeside }) => isBeside);
}

/**
 * @param {HTMLElement} shown
 * @param {DOMRect} size of it, in pixels of the window
 * @returns {number} of the window's pixels to those of its styles: not 1 where the page zooms or transforms it
 */
export function scaleOf({ offsetWidth }, { width }) {
  return Math.abs(width - offsetWidth) < 1 ? 1 : width / offsetWidth; // offsetWidth is rounded
}

/**
 * Keeps the pill beside the title, also when its words, the window or the fonts change.
 *
 * @param {HTMLElement} host
 * @param {HTMLButtonElement} pill
 * @param {AbortSignal} signal
 * @returns {() => void} puts it there at once
 */
export function keepBeside(host, pill, signal) {
  const place = () => {
    if (host.parentElement === null) return;
    const overlay = { host, shown: pill, within: lineOf(host.parentElement) };
    for (const size of SIZES) {
      host.dataset["size"] = size;
      if (placeOverlays([overlay])) return;
    }
  };
  const observer = new ResizeObserver(inNextFrame(place));
  observer.observe(pill); // also when it comes into another place of the page
  observer.observe(document.documentElement);
  document.fonts.addEventListener("loadingdone", place, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
  return place;
}

/**
 * @param {(entries: ResizeObserverEntry[]) => void} place
 * @returns {ResizeObserverCallback} what changes sizes within its own turn is an error that the page hears of
 */
export function inNextFrame(place) {
  return (entries) => void requestAnimationFrame(() => place(entries));
}

/**
 * @param {HTMLElement} host at the end of its text
 * @param {number} scale of the window's pixels to those of its styles
 * @returns {Text}
 */
function textAround(host, scale) {
  const letters = parseFloat(getComputedStyle(host.parentElement ?? host).fontSize) * scale;
  return { end: 0, middle: -letters * MIDDLE, bottom: letters * MIDDLE, room: Infinity };
}

/**
 * @param {HTMLElement} host behind a block
 * @param {DOMRect} at where it stands
 * @param {boolean} isRightToLeft
 * @returns {Text} the block's
 */
function textBefore(host, at, isRightToLeft) {
  const line = lastLineOf(host.previousElementSibling ?? host);
  const end = isRightToLeft ? at.right - line.left : line.right - at.left;
  const next = host.nextElementSibling?.getBoundingClientRect();
  const isInRow = next !== undefined && next.top < line.bottom && next.bottom > line.top;
  const room = !isInRow ? Infinity : isRightToLeft ? at.right - next.right : next.left - at.left;
  return {
    end,
    middle: (line.top + line.bottom) / 2 - at.top,
    bottom: line.bottom - at.top,
    room: room < end ? Infinity : room - GAP,
  };
}

/**
 * @param {Element} element
 * @returns {Element} the nearest one around it that is as wide as its text may run
 */
function lineOf(element) {
  let at = element;
  while (at.parentElement !== null && isWithinLine(at)) at = at.parentElement;
  return at;
}
