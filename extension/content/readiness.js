/** When a page that is opened may be read, and when something may be put into it. */

/** So long after it can be read a page's own scripts have had their turn, whatever it still loads. */
const TURN_MS = 200;

/** Settled once the page stands there whole, pictures and the like aside. */
export const readable =
  document.readyState === "loading" ? happened(document, "DOMContentLoaded") : Promise.resolve();

/**
 * Settled once the page's own scripts have had their turn: one that was drawn on a server is compared
 * with what its scripts would draw, and nothing of ours shall stand in it before.
 */
export const settled = readable.then(() =>
  document.readyState === "complete" ? undefined : Promise.race([happened(window, "load"), after(TURN_MS)]),
);

/**
 * @param {EventTarget} target
 * @param {string} event
 * @returns {Promise<void>}
 */
function happened(target, event) {
  return new Promise((resolve) => target.addEventListener(event, () => resolve(), { once: true }));
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
