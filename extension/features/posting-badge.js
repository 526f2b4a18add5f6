/** The badge beside a posting's title. */

/** @import { Actions } from "../badge/badge.js" */
/** @import { Feature } from "../content/main.js" */
/** @import { Answer } from "../contract/messages.js" */

import { createBadge } from "../badge/badge.js";
import { attach } from "../badge/attach.js";
import { ask } from "../content/ask.js";
import { settled } from "../content/readiness.js";
import { readPosting } from "./posting-reader.js";

/** @type {Feature} */
export const postingBadge = {
  start(place, signal) {
    /** @type {Answer | null} */
    let answer = null;
    const reader = readPosting(place, signal, (told) => {
      answer = told;
      if (told === null) badge.host.remove();
      else badge.show(told);
    });
    const retry = () => {
      badge.show({ state: "loading" });
      reader.retry();
    };
    const options = () => void ask({ type: "options" });
    const connect = () => void ask({ type: "connect" });
    /** @type {Actions["correct"]} */
    const correct = (id, correction) => ask({ type: "correct", id, correction });
    /** @type {Actions["reveal"]} */
    const reveal = async (quote) => (await import("../content/marking.js")).markQuote(quote, signal);

    const badge = createBadge({ retry, options, connect, correct, reveal }, signal);
    signal.addEventListener("abort", () => badge.host.remove());
    document.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible" && isWaiting(answer)) reader.retry();
      },
      { signal },
    );
    let { title } = place;
    const put = () => {
      if (signal.aborted || badge.host.isConnected) return;
      attach(badge.host, title);
      badge.place();
    };
    void settled.then(put);
    badge.show({ state: "loading" });
    reader.look();

    return (now) => {
      title = now.title;
      void settled.then(put);
      if (!isWaiting(answer)) reader.look();
    };
  },
};

/**
 * @param {Answer | null} answer
 * @returns {boolean} whether something else than the page must change: it is asked for anew when the tab
 *   comes back into view
 */
function isWaiting(answer) {
  return answer !== null && ["offline", "not_paired", "outdated"].includes(answer.state);
}
