/** A list's cards, as they are sent, and what the service answers about them. */

/** @import { HandbookMark } from "./handbook.js" */
/** @import { Position } from "./positions.js" */

import { Field } from "./field.js";
import { readHandbookMark } from "./handbook.js";
import { POSITIONS } from "./positions.js";

/** Cards of one request at most; the service takes twice as many. */
export const MOST_CARDS = 50;

/** Characters of one part of a card at most. */
const LONGEST = { url: 4000, title: 1000, company: 1000, location: 1000, text: 20_000 };

/** @typedef {{ url: string, title: string, company: string, location: string, text: string }} CardText */

/**
 * @typedef {object} Verdict
 * @property {Position} position
 * @property {number} confidence 0 to 1
 * @property {string} quote the sentence that tells most, "" where there is none
 * @property {"posting" | "card"} knownBy whether the posting was read before, or only the card
 * @property {HandbookMark | null} handbook of the card's company, null where nobody has looked
 */

/**
 * @param {unknown} value
 * @returns {CardText | null} the parts alone, cut to what the service takes; null for anything else
 */
export function readCard(value) {
  if (typeof value !== "object" || value === null) return null;
  const parts = /** @type {Record<string, unknown>} */ (value);
  /** @param {keyof CardText} name */
  const part = (name) => (typeof parts[name] === "string" ? parts[name].slice(0, LONGEST[name]) : "");
  return {
    url: part("url"),
    title: part("title"),
    company: part("company"),
    location: part("location"),
    text: part("text"),
  };
}

/**
 * @param {unknown} document what the service answered, parsed
 * @returns {(Verdict | null)[]} one for each card, in their order
 * @throws {BadDocument} a field is missing or of another kind
 */
export function readVerdicts(document) {
  return new Field(document, "document").at("verdicts").list((field) => {
    if (field.value === null) return null;
    return {
      position: field.at("position").oneOf(POSITIONS),
      confidence: Math.min(1, Math.max(0, field.at("confidence").number())),
      quote: field.at("quote").text(),
      knownBy: field.at("known_by").oneOf(/** @type {const} */ (["posting", "card"])),
      handbook: readHandbookMark(field.at("handbook")),
    };
  });
}
