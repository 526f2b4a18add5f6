/** Marks a quote in the page and scrolls to it, without touching the page's elements. */

import { findQuote } from "./finding.js";

const NAME = "syncline-quote";

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`::highlight(${NAME}) { background-color: #ffe08a; color: #1b2329; }`);

/**
 * @param {string} quote
 * @param {AbortSignal} signal takes the mark away
 * @returns {boolean} whether it was found
 */
export function markQuote(quote, signal) {
  const range = findQuote(quote, document.body);
  if (range === null) return false;
  if (!document.adoptedStyleSheets.includes(STYLE)) document.adoptedStyleSheets.push(STYLE);
  CSS.highlights.set(NAME, new Highlight(range));
  signal.addEventListener("abort", () => CSS.highlights.delete(NAME), { once: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const around = range.startContainer.parentElement;
  around?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  return true;
}
