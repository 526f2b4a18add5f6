/** Cuts a quote at the words that were found in it. */

/** @import { Evidence } from "../contract/analysis.js" */

/**
 * @typedef {object} QuoteParts
 * @property {string} before
 * @property {string} found "" where the offsets do not lie within the quote
 * @property {string} after
 */

/**
 * @param {Evidence} evidence whose offsets count Unicode code points, while JavaScript's strings
 *   count UTF-16 units: an emoji is one of the former and two of the latter
 * @returns {QuoteParts} together exactly the quote
 */
export function cutQuote({ quote, start, found_start, found_end }) {
  const points = Array.from(quote);
  const [from, to] = [found_start - start, found_end - start];
  if (from < 0 || to <= from || to > points.length) return { before: quote, found: "", after: "" };
  return {
    before: points.slice(0, from).join(""),
    found: points.slice(from, to).join(""),
    after: points.slice(to).join(""),
  };
}
