/** The badge beside a posting's title. */

/** @import { Actions } from "../badge/badge.js" */
/** @import { Feature, Place } from "../content/main.js" */
/** @import { Answer } from "../contract/messages.js" */

import { createBadge } from "../badge/badge.js";
import { attach } from "../badge/attach.js";
import { ask } from "../content/ask.js";
import { markQuote, unmark } from "../content/marking.js";
import { takeSnapshot } from "../content/snapshot.js";

/** Boards that redraw in place change title and text in turn: until then every change is read. */
const SETTLED_MS = 5000;

/** Later, only a page that gave no verdict is read again, when its text has grown by this share. */
const GROWTH = 1.2;

/** @type {Feature} */
export const postingBadge = {
  start(place, signal) {
    /** @type {Answer | null} */
    let answer = null;
    let busy = false;
    let length = 0;
    const settled = performance.now() + SETTLED_MS;

    const read = async () => {
      if (busy) return;
      busy = true;
      length = textLength();
      const next = await analyse(place);
      busy = false;
      if (signal.aborted) return; // the page has gone; its answer comes too late
      answer = next;
      if (answer === null) badge.host.remove();
      else badge.show(answer);
    };
    const retry = () => {
      badge.show({ state: "loading" });
      void read();
    };
    const options = () => void ask({ type: "options" });
    const connect = () => void ask({ type: "connect" });

    /** @type {Actions["correct"]} */
    const correct = (id, correction) => ask({ type: "correct", id, correction });

    const badge = createBadge({ retry, options, connect, correct, reveal: markQuote }, signal);
    signal.addEventListener("abort", () => {
      badge.host.remove();
      unmark();
    });
    document.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible" && isWaiting(answer)) void read();
      },
      { signal },
    );
    attach(badge.host, place.title);
    retry();

    return (now) => {
      if (!badge.host.isConnected) attach(badge.host, now.title);
      if (answer === null || isWaiting(answer)) return;
      const known = performance.now() > settled ? decided(answer) || grown(length) < GROWTH : grown(length) === 1;
      if (!known) void read();
    };
  },
};

/**
 * @param {Place} place
 * @returns {Promise<Answer | null>}
 */
async function analyse({ site, url }) {
  const html = takeSnapshot(document, site.posting);
  if (html === null) return { state: "not_a_posting", kind: "too_large", detail: "" };
  return ask({ type: "analyse", url, html });
}

/**
 * @param {Answer | null} answer
 * @returns {boolean} whether something else than the page must change: it is asked for anew when the tab
 *   comes back into view
 */
function isWaiting(answer) {
  return answer !== null && ["offline", "not_paired", "outdated"].includes(answer.state);
}

/**
 * @param {Answer} answer
 * @returns {boolean} whether more of the page could not change it for the better
 */
function decided(answer) {
  if (answer.state === "ready") return answer.analysis.position !== "unclear";
  return answer.state !== "not_a_posting";
}

/**
 * @param {number} length of the page's text when it was read
 * @returns {number} how many times as long it is now
 */
function grown(length) {
  return textLength() / length;
}

/** @returns {number} of the page's text, in UTF-16 units */
function textLength() {
  return (document.body.textContent ?? "").length;
}
