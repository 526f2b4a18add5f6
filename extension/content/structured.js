/** Finds the one posting that a page describes as structured data, as schema.org has it. */

export const JSON_LD = 'script[type="application/ld+json" i]';

/** Graphs nest lists in objects a few levels deep; deeper ones are not looked into. */
const DEEPEST = 4;

/**
 * @param {Document} document
 * @param {number} least characters that its description must have
 * @returns {Element | null} the script that holds it; null where there is none, or more than one
 */
export function findStructuredPosting(document, least) {
  const found = [...document.querySelectorAll(JSON_LD)].flatMap((script) =>
    postingsIn(parse(script.textContent ?? ""), DEEPEST).map((posting) => ({ script, posting })),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const { description } = only.posting;
  return typeof description === "string" && description.length >= least ? only.script : null;
}

/**
 * @param {string} text
 * @returns {unknown} undefined where it is no JSON
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value
 * @param {number} deeper levels that may follow
 * @returns {Record<string, unknown>[]} the postings among it
 */
function postingsIn(value, deeper) {
  if (typeof value !== "object" || value === null || deeper === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item) => postingsIn(item, deeper - 1));
  const record = /** @type {Record<string, unknown>} */ (value);
  const types = [record["@type"]].flat();
  if (types.includes("JobPosting")) return [record];
  return "@graph" in record ? postingsIn(record["@graph"], deeper - 1) : [];
}
