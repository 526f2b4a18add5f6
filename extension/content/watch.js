/** Notices when a page has changed and come to rest, whether it was loaded anew or redrawn. */

/** A page that draws itself in steps is looked at once it holds still this long … */
const QUIET_MS = 200;

/** … but not later than this, as some pages never hold still. */
const LATEST_MS = 1000;

/**
 * @param {AbortSignal} signal ends the watch
 * @param {() => void} changed called after each change
 */
export function watch(signal, changed) {
  let due = 0;
  let timer = 0;

  const fire = () => {
    clearTimeout(timer);
    due = 0;
    changed();
  };
  const notice = () => {
    const now = performance.now();
    due ||= now + LATEST_MS;
    clearTimeout(timer);
    timer = window.setTimeout(fire, Math.min(QUIET_MS, due - now));
  };

  const observer = new MutationObserver(notice);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  for (const event of ["popstate", "hashchange"]) window.addEventListener(event, notice, { signal });
  // Not in every browser yet; without it a change of address is seen when the page redraws.
  if ("navigation" in window) window.navigation.addEventListener("currententrychange", notice, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
