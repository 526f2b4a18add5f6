/**
 * Has the posting read that stands in the page, again whenever it has changed, and tells no answer
 * about what stood there before.
 */

/** @import { Place } from "../content/main.js" */
/** @import { Answer } from "../contract/messages.js" */

import { ask } from "../content/ask.js";
import { descriptionText } from "../content/description.js";
import { takeSnapshot } from "../content/snapshot.js";

/** Boards that redraw in place change title and text in turn: until then every change is read. */
const SETTLED_MS = 5000;

/** Later, only a page that gave no verdict is read again, when its text has grown by this share. */
const GROWTH = 1.2;

/** As long a new title may stand above the description of the posting before. */
const DISTRUST_MS = 1500;

/** Answers of this tab that are kept: going back and forth asks nothing anew. */
const REMEMBERED = 20;

/** @type {Map<string, Answer>} by address and snapshot */
const answers = new Map();

/** The description that was read last in this tab. */
let last = "";

/**
 * @typedef {object} Reader
 * @property {() => void} look to be called whenever the page has come to rest
 * @property {() => void} retry asks again, whatever was answered
 */

/**
 * @param {Place} place
 * @param {AbortSignal} signal ends it
 * @param {(answer: Answer | null) => void} tell null where the extension is gone
 * @returns {Reader}
 */
export function readPosting({ site, url }, signal, tell) {
  const begun = performance.now();
  const before = last;
  /** @type {Answer | null} */
  let answer = null;
  let read = "";
  let length = 0;
  let busy = false;
  let timer = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const look = () => {
    if (busy || signal.aborted) return;
    const age = performance.now() - begun;
    const description = descriptionText(document, site.posting);
    if (description !== "" && description === before && age < DISTRUST_MS) {
      clearTimeout(timer);
      timer = window.setTimeout(look, DISTRUST_MS - age);
    } else if (age < SETTLED_MS || (!isDecided(answer) && textLength() / length >= GROWTH)) {
      void readOnce(description);
    }
  };

  /** @param {string} description as it stands in the page now */
  const readOnce = async (description) => {
    const html = takeSnapshot(document, site.posting);
    if (html === read) return; // what has changed is not the posting
    [busy, read, last, length] = [true, html ?? "", description, textLength()];
    const next = html === null ? TOO_LARGE : await askOnce(url, html);
    busy = false;
    if (signal.aborted) return; // the page has gone; its answer comes too late
    const isOld = descriptionText(document, site.posting) !== description;
    if (isOld && performance.now() - begun < SETTLED_MS) return look();
    answer = next;
    tell(answer);
  };

  return {
    look,
    retry() {
      read = "";
      answers.clear();
      void readOnce(descriptionText(document, site.posting));
    },
  };
}

/** @type {Answer} */
const TOO_LARGE = { state: "not_a_posting", kind: "too_large", detail: "" };

/**
 * @param {string} url
 * @param {string} html
 * @returns {Promise<Answer | null>}
 */
async function askOnce(url, html) {
  const key = `${url} ${html}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = await ask({ type: "analyse", url, html });
  if (answer?.state === "ready") answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
  return answer;
}

/**
 * @param {Answer | null} answer
 * @returns {boolean} whether more of the page could not change it for the better
 */
function isDecided(answer) {
  if (answer === null) return false;
  if (answer.state === "ready") return answer.analysis.position !== "unclear";
  return answer.state !== "not_a_posting";
}

/** @returns {number} of the page's text, in UTF-16 units */
function textLength() {
  return (document.body.textContent ?? "").length;
}
