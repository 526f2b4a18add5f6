/** Makes what holds a badge or a chip, and puts it beside a title. */

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
  const end = lastTextOf(title);
  const control = end.closest(CONTROL);
  if (control) control.after(host);
  else if (cutsOff(end)) end.after(host);
  else end.append(host);
}

/**
 * @param {HTMLElement} host of a chip, which is no control: it may be part of a card's link
 * @param {Element} place what it goes behind
 */
export function attachChip(host, place) {
  if (cutsOff(place)) place.after(host);
  else place.append(host);
}

/**
 * @param {Element} element
 * @returns {boolean} whether what does not fit into it is hidden
 */
function cutsOff(element) {
  return getComputedStyle(element).overflow !== "visible";
}

/**
 * @param {Element} element
 * @returns {Element} what holds the last of its text that can be seen
 */
function lastTextOf(element) {
  let last = element;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (parentElement !== null && (nodeValue ?? "").trim() !== "" && isSeen(parentElement)) last = parentElement;
  }
  return last;
}

/**
 * @param {Element} element
 * @returns {boolean} false also for text that only a screen reader tells, which has one pixel
 */
function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}
