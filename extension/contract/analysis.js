/**
 * The part of the service's analysis document that the extension shows; see docs/contracts.md.
 * The document is checked once, here, so that nothing behind this file meets a missing field.
 */

/** @import { Fit } from "./fit.js" */
/** @import { Handbook } from "./handbook.js" */
/** @import { Position } from "./positions.js" */

import { Field } from "./field.js";
import { readFit } from "./fit.js";
import { readHandbook } from "./handbook.js";
import { POSITIONS } from "./positions.js";

export const ASPECTS = /** @type {const} */ ([
  "claim",
  "writing",
  "handbook",
  "meetings",
  "decisions",
  "response",
  "hiring",
  "hours",
  "presence",
  "realtime",
  "role",
]);

/** @typedef {typeof ASPECTS[number]} Aspect */
/** @typedef {"async" | "sync"} Direction */

/** Which way the service found the ad in the page: by the board's record, or by one of the fallbacks. */
export const WAYS = /** @type {const} */ (["site", "json_ld", "main_content", "text"]);

/**
 * An exact quote; all offsets count Unicode code points of the whole posting's text.
 *
 * @typedef {object} Evidence
 * @property {string} quote
 * @property {number} start where the quote begins
 * @property {number} end where it ends
 * @property {number} found_start where the telling words begin
 * @property {number} found_end where they end
 */

/**
 * @typedef {object} Signal
 * @property {string} rule the id of the rule that found it
 * @property {Aspect} aspect
 * @property {Direction} direction
 * @property {number} weight how much it counts
 * @property {string} why one sentence for the reader
 * @property {Evidence} evidence
 */

/**
 * @typedef {object} Analysis
 * @property {string} id
 * @property {string} language BCP 47 tag of the posting, "" where unknown
 * @property {string} unreadLanguage English name of the posting's language where no rule reads it, else ""
 * @property {Position} position
 * @property {number} confidence 0 to 1
 * @property {Signal[]} signals
 * @property {string[]} contradictions
 * @property {string[]} questions
 * @property {typeof WAYS[number] | null} readBy null where the service does not say
 * @property {Fit | null} fit null without a profile
 * @property {Handbook | null} handbook null where nobody has looked
 */

/**
 * @param {unknown} document what the service answered, parsed
 * @returns {Analysis} the part that is shown
 * @throws {BadDocument} a field is missing or of another kind
 */
export function readAnalysis(document) {
  const root = new Field(document, "analysis");
  const report = root.at("report");
  const posting = root.at("posting");
  const language = posting.at("language").value;
  const unread = report.at("unread_language").value;
  return {
    id: root.at("id").text(),
    language: typeof language === "string" ? language : "",
    unreadLanguage: typeof unread === "string" ? unread : "",
    position: report.at("position").oneOf(POSITIONS),
    confidence: Math.min(1, Math.max(0, report.at("confidence").number())),
    signals: report.at("signals").list(readSignal),
    contradictions: report.at("contradictions").list((item) => item.at("text").text()),
    questions: report.at("questions").list((item) => item.at("text").text()),
    readBy: WAYS.find((way) => way === posting.at("read_by").value) ?? null,
    fit: readFit(report.at("fit")),
    handbook: readHandbook(root.at("handbook")),
  };
}

/**
 * @param {Field} field
 * @returns {Signal}
 */
function readSignal(field) {
  const evidence = field.at("evidence");
  return {
    rule: field.at("rule").text(),
    aspect: field.at("aspect").oneOf(ASPECTS),
    direction: field.at("direction").oneOf(/** @type {const} */ (["async", "sync"])),
    weight: field.at("weight").number(),
    why: field.at("why").text(),
    evidence: {
      quote: evidence.at("quote").text(),
      start: evidence.at("start").number(),
      end: evidence.at("end").number(),
      found_start: evidence.at("found_start").number(),
      found_end: evidence.at("found_end").number(),
    },
  };
}
