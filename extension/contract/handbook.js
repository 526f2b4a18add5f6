/** What the service found of a company's public handbook. */

/** @import { Field } from "./field.js" */

export const OUTCOMES = /** @type {const} */ (["public", "partial", "none_found", "blocked", "unreachable", "unclear"]);

/** @typedef {typeof OUTCOMES[number]} Outcome */

/** @typedef {{ outcome: Outcome, url: string }} HandbookMark `url` is "" where there is none to open */

/** @typedef {HandbookMark & { evidence: string }} Handbook `evidence` is a quote of it, "" where there is none */

/**
 * @param {Field} field
 * @returns {Handbook | null} null where nobody has looked
 * @throws {BadDocument} a field is missing or of another kind
 */
export function readHandbook(field) {
  const mark = readHandbookMark(field);
  if (mark === null) return null;
  const evidence = field.at("evidence").value;
  return { ...mark, evidence: typeof evidence === "string" ? evidence : "" };
}

/**
 * @param {Field} field
 * @returns {HandbookMark | null} null where nobody has looked
 * @throws {BadDocument} a field is missing or of another kind
 */
export function readHandbookMark(field) {
  if (field.value === null || field.value === undefined) return null;
  return { outcome: field.at("outcome").oneOf(OUTCOMES), url: webAddress(field.at("url").value) };
}

/**
 * @param {unknown} value
 * @returns {string} the address where a browser may open it as a page of the web, else ""
 */
export function webAddress(value) {
  if (typeof value !== "string" || !URL.canParse(value)) return "";
  const { protocol, href } = new URL(value);
  return protocol === "http:" || protocol === "https:" ? href : "";
}
