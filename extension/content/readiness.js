/** When a page that is opened may be read, and when something may be put into it. */

/** So long after a page stands its own scripts have had their turn, whatever it still loads. */
const TURN_MS = 200;

/** Settled once all of the page's markup stands there; its deferred scripts may still be on their way. */
export const readable =
  document.readyState === "loading" ? happened(document, "readystatechange") : Promise.resolve();

/**
 * Settled once the page's own scripts have had their turn: one that was drawn on a server is compared
 * with what its scripts would draw, and nothing of ours shall stand in it before.
 */
export const settled = (async () => {
  if (!deferredRan()) await happened(document, "DOMContentLoaded");
  if (document.readyState === "complete") return;
  await Promise.race([happened(window, "load"), after(TURN_MS), othersRan()]);
})();

/** @returns {boolean} whether the scripts that run once the markup stands have run */
function deferredRan() {
  const [page] = performance.getEntriesByType("navigation");
  return page instanceof PerformanceNavigationTiming && page.domContentLoadedEventStart > 0;
}

/** @returns {Promise<void>} settled once the scripts that run as they come have come, and nothing runs */
async function othersRan() {
  const isAwaited = (/** @type {HTMLScriptElement} */ { src }) =>
    src !== "" && performance.getEntriesByName(src, "resource").length === 0;
  const awaited = [...document.scripts].filter(isAwaited);
  await Promise.all(awaited.map((script) => Promise.race([happened(script, "load"), happened(script, "error")])));
  await new Promise((resolve) => requestIdleCallback(resolve));
}

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
