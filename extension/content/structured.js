/** Finds the one posting that a page describes as structured data, as schema.org has it. */

export const JSON_LD = 'script[type="application/ld+json" i]';

/** Graphs nest lists in objects a few levels deep; deeper ones are not looked into. */
const DEEPEST = 4;

/** As many letters of a description tell it from others. */
const OPENING = 80;

/**
 * @param {Document} document
 * @param {number} least characters that its description must have
 * @returns {Element | null} the script that holds it; null where there is none, or more than one
 */
export function findStructuredPosting(document, least) {
  const only = onlyPosting(document);
  if (only === null) return null;
  const { description } = only.posting;
  return typeof description === "string" && description.length >= least ? only.script : null;
}

/**
 * Finds whose posting it is: boards seldom show the company's own address, but declare it.
 *
 * @param {Document} document
 * @param {string} shown the description that the page shows: boards that redraw in place leave the
 *   structured data of the posting before behind
 * @returns {Element | null} a script that declares the company's name and addresses, and no more
 */
export function structuredCompany(document, shown) {
  const only = onlyPosting(document);
  const { description, hiringOrganization: company } = only?.posting ?? {};
  if (only === null || typeof description !== "string" || typeof company !== "object" || company === null) return null;
  const start = letters(description).slice(0, OPENING);
  const { name, sameAs, url } = /** @type {Record<string, unknown>} */ (company);
  if (start === "" || !letters(shown).includes(start) || (sameAs ?? url) === undefined) return null;
  const script = /** @type {Element} */ (only.script.cloneNode(false));
  const kept = { "@type": "JobPosting", hiringOrganization: { name, sameAs, url } };
  script.textContent = JSON.stringify(kept).replaceAll("<", "\\u003c");
  return script;
}

/**
 * @param {Document} document
 * @returns {{ script: Element, posting: Record<string, unknown> } | null} null where there is not just one
 */
function onlyPosting(document) {
  const found = [...document.querySelectorAll(JSON_LD)].flatMap((script) =>
    postingsIn(parse(script.textContent ?? ""), DEEPEST).map((posting) => ({ script, posting })),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * @param {string} text plain, or HTML, escaped or not
 * @returns {string} its letters and digits alone
 */
function letters(text) {
  const markup = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return markup.replace(/<[^>]*>|&#?\w+;/g, "").replace(/[^\p{L}\p{N}]+/gu, "");
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
