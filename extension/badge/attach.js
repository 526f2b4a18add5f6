/** Makes what holds a badge or a chip, and puts it beside a title. */

import { isWithinLine, lastTextOf } from "./ending.js";

export const HOST = "syncline-badge";

/** No script runs in it: a page that defines an element of our name does not get hold of ours while it is made. */
const INERT = document.implementation.createHTMLDocument("");

/** What does something when it is pressed: a badge in it would be part of it. */
const CONTROL = "a, button, summary, label";

/**
 * @param {string} name
 * @returns {{ host: HTMLElement, root: ShadowRoot }} not yet in the page
 */
export function createHost(name) {
  const host = INERT.createElement(name);
  const root = host.attachShadow({ mode: "open" });
  document.adoptNode(host);
  return { host, root };
}

/**
 * Puts `host` at the end of the title's text, or behind it where it would be cut off or be part of a
 * link.
 *
 * @param {HTMLElement} host
 * @param {Element} title
 */
export function attach(host, title) {
  // A badge left by an extension that was reloaded since, or one that the page made up.
  for (const other of document.querySelectorAll(HOST)) if (other !== host) other.remove();
  const end = lastTextOf(title)?.parentElement ?? title;
  const before = closedIn(end, title);
  if (before === null) putAtEnd(host, end);
  else putBehind(host, before, end);
}

/**
 * @param {HTMLElement} host of a chip, which is no control: it may be part of a card's link
 * @param {Element} place what it goes behind
 */
export function attachChip(host, place) {
  if (cutsOff(place)) putBehind(host, place, place);
  else putAtEnd(host, place);
}

/**
 * @param {Element} end where the title's text ends
 * @param {Element} title
 * @returns {Element | null} the outermost around the end that nothing of ours shall be in
 */
function closedIn(end, title) {
  let closed = end.closest(CONTROL);
  for (let at = /** @type {Element | null} */ (end); at !== null && title.contains(at); at = at.parentElement) {
    if (cutsOff(at) && !closed?.contains(at)) closed = at;
  }
  return closed;
}

/**
 * @param {HTMLElement} host
 * @param {Element} element
 */
function putAtEnd(host, element) {
  delete host.dataset["flow"];
  element.append(host);
}

/**
 * Puts `host` behind `element`: within its line, else so that no line begins with it.
 *
 * @param {HTMLElement} host
 * @param {Element} element
 * @param {Element} end where its text ends
 */
function putBehind(host, element, end) {
  element.after(host);
  if (areWithinLine(end, element)) delete host.dataset["flow"];
  else host.dataset["flow"] = isItem(host) && !isLeftBehind(host) ? "absolute" : "float";
}

/**
 * @param {Element} end
 * @param {Element} element around it
 * @returns {boolean} whether all from one to the other is part of a line
 */
function areWithinLine(end, element) {
  for (let at = /** @type {Element | null} */ (end); at !== null && element.contains(at); at = at.parentElement) {
    if (!isWithinLine(at)) return false;
  }
  return true;
}

/**
 * @param {Element} element
 * @returns {boolean} whether it has a place of its own in a row or a grid, where no float is
 */
function isItem({ parentElement }) {
  return parentElement !== null && /flex|grid/.test(getComputedStyle(parentElement).display);
}

/**
 * @param {Element} element
 * @returns {boolean} whether it would stay where it is, were it out of the flow, when what is around it is scrolled
 */
function isLeftBehind({ parentElement }) {
  for (let at = parentElement; at !== null && at !== document.body; at = at.parentElement) {
    const { position, overflow } = getComputedStyle(at);
    if (position !== "static") return false;
    if (/auto|scroll/.test(overflow)) return true;
  }
  return false;
}

/**
 * @param {Element} element
 * @returns {boolean} whether what does not fit into it is hidden
 */
function cutsOff(element) {
  return getComputedStyle(element).overflow !== "visible";
}
