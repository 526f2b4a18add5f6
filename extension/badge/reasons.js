/** The evidence of a posting, by the way it leans, and what the posting says nothing about. */

/** @import { Analysis, Direction, Signal } from "../contract/analysis.js" */
/** @import { Actions } from "./badge.js" */
/** @import { Child } from "./dom.js" */

import { ASPECTS } from "../contract/analysis.js";
import { say } from "../say.js";
import { element } from "./dom.js";
import { cutQuote } from "./quote.js";
import { list, section } from "./section.js";

/** Nobody expects these of an ad: the role is no more than a prior, the handbook has its own section. */
const NOT_MISSED = new Set(["claim", "role", "handbook"]);

/**
 * @param {Direction} direction
 * @param {Analysis} analysis
 * @param {Actions} actions
 * @returns {HTMLElement[]} nothing where no signal leans that way
 */
export function reasonSection(direction, { signals, language }, actions) {
  const leaning = signals.filter((signal) => signal.direction === direction);
  if (leaning.length === 0) return [];
  const strongestFirst = leaning.toSorted((one, other) => other.weight - one.weight);
  const items = strongestFirst.map((signal) => reason(signal, language, actions));
  return [section(direction, say(`leans_${direction}`), list(items))];
}

/**
 * @param {Analysis} analysis
 * @returns {HTMLElement[]} the aspects without evidence; nothing where there is no evidence at all
 */
export function unsaidSection({ signals }) {
  const said = new Set(signals.map(({ aspect }) => aspect));
  const unsaid = ASPECTS.filter((aspect) => !said.has(aspect) && !NOT_MISSED.has(aspect));
  if (said.size === 0 || unsaid.length === 0) return [];
  const names = unsaid.map((aspect) => element("li", {}, say(`aspect_${aspect}`)));
  return [section("unsaid", say("not_said"), list(names))];
}

/**
 * @param {Signal} signal
 * @param {string} language
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function reason({ aspect, why, evidence }, language, { reveal }) {
  const { before, found, after } = cutQuote(evidence);
  const parts = [before, found && element("mark", {}, found), after];
  /** @type {Record<string, string>} */
  const quoteIs = language === "" ? { dir: "auto" } : { dir: "auto", lang: language };
  const topic = element("span", { class: "aspect" }, say(`aspect_${aspect}`));
  const reading = element("span", { lang: "en", dir: "auto" }, why); // the rule book's own words
  return element(
    "li",
    {},
    element("blockquote", quoteIs, reveal ? revealing(parts, evidence.quote, reveal) : parts),
    element("p", { class: "why" }, topic, reading),
  );
}

/**
 * @param {Child[]} parts of the quote
 * @param {string} quote
 * @param {(quote: string) => Promise<boolean>} reveal
 * @returns {HTMLButtonElement} the quote, which shows itself in the page when it is pressed
 */
function revealing(parts, quote, reveal) {
  const pressed = element("button", { type: "button", class: "quote", title: say("show_in_ad") }, parts);
  pressed.addEventListener("click", () => {
    const panel = pressed.closest("[popover]");
    void reveal(quote).then((found) => {
      if (found && panel instanceof HTMLElement) panel.hidePopover();
      else pressed.title = say("not_in_ad");
    });
  });
  return pressed;
}
