/** Notices when a page has changed, whether it was loaded anew or redrawn. */

/** A page that changes is looked at in passing this soon, and as often … */
const EARLY_MS = 30;

/** … and thoroughly once it holds still this long … */
const QUIET_MS = 200;

/** … but not later than this, as some pages never hold still. */
const LATEST_MS = 1000;

/**
 * @param {AbortSignal} signal ends the watch
 * @param {(isAtRest: boolean) => void} changed called soon after a change begins, and when it is over
 */
export function watch(signal, changed) {
  let due = 0;
  let early = 0;
  let rest = 0;

  const passBy = () => {
    early = 0;
    changed(false);
  };
  const fire = () => {
    clearTimeout(early);
    early = 0;
    due = 0;
    changed(true);
  };
  const notice = () => {
    const now = performance.now();
    due ||= now + LATEST_MS;
    early ||= window.setTimeout(passBy, EARLY_MS);
    clearTimeout(rest);
    rest = window.setTimeout(fire, Math.min(QUIET_MS, due - now));
  };

  const observer = new MutationObserver(notice);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  for (const event of ["popstate", "hashchange"]) window.addEventListener(event, notice, { signal });
  // Not in every browser yet; without it a change of address is seen when the page redraws.
  if ("navigation" in window) window.navigation.addEventListener("currententrychange", notice, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(early);
    clearTimeout(rest);
  });
}
