/** The seeker's own word on a report; see docs/contracts.md. */

/** @import { Position } from "./positions.js" */

import { POSITIONS } from "./positions.js";

/** Characters of a note at most. */
export const LONGEST_NOTE = 2000;

/**
 * One of the three says something: the right position, the quote that is wrong, or a note.
 *
 * @typedef {object} Correction
 * @property {Position | null} position what it is rather
 * @property {string | null} rule whose quote is wrong
 * @property {number | null} start where that quote begins, in code points of the posting's text
 * @property {number | null} end where it ends
 * @property {string} note
 */

/**
 * @param {unknown} value
 * @returns {Correction | null} its fields alone; null for anything else, and where nothing is said
 */
export function readCorrection(value) {
  if (typeof value !== "object" || value === null) return null;
  const { position, rule, start, end, note } = /** @type {Record<string, unknown>} */ (value);
  const quoted = typeof rule === "string" && isOffset(start) && isOffset(end);
  const read = {
    position: POSITIONS.find((one) => one === position) ?? null,
    rule: quoted ? rule : null,
    start: quoted ? start : null,
    end: quoted ? end : null,
    note: typeof note === "string" ? note.trim().slice(0, LONGEST_NOTE) : "",
  };
  return read.position === null && read.rule === null && read.note === "" ? null : read;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isOffset(value) {
  return Number.isSafeInteger(value);
}
