/** The panel of a posting that was read: position, reasons, contradictions, questions. */

/** @import { Analysis, Direction, Signal } from "../contract/analysis.js" */
/** @import { Actions } from "./badge.js" */
/** @import { Child } from "./dom.js" */

import { say, sayPercent } from "../say.js";
import { element } from "./dom.js";
import { header } from "./header.js";
import { cutQuote } from "./quote.js";
import { scale } from "./scale.js";

/**
 * @param {Analysis} analysis
 * @param {string} report address of the service's own page about it
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function reportParts(analysis, report, actions) {
  const link = { href: report, target: "_blank", rel: "noopener noreferrer" };
  return [
    verdict(analysis),
    ...textSection("contradictions", say("contradictions"), analysis.contradictions),
    ...reasonSection("async", analysis, actions),
    ...reasonSection("sync", analysis, actions),
    ...textSection("questions", say("questions"), fewOf(analysis.questions)),
    element("footer", {}, element("a", link, say("open_report"))),
  ];
}

/**
 * @param {string[]} questions the most telling first, the definitive one last
 * @returns {string[]} as many as fit beside a listing; the report has them all
 */
function fewOf(questions) {
  return questions.length > 5 ? [...questions.slice(0, 4), ...questions.slice(-1)] : questions;
}

/**
 * @param {Analysis} analysis
 * @returns {HTMLElement}
 */
function verdict({ position, confidence, signals, unreadLanguage }) {
  const ends = element(
    "div",
    { class: "spectrum" },
    element("span", {}, say("end_async")),
    scale(position),
    element("span", {}, say("end_sync")),
  );
  const unclear = say(signals.length === 0 ? "unclear_silent" : "unclear_thin");
  const read = position === "unclear" ? unclear : say("confidence", sayPercent(confidence));
  const told = unreadLanguage === "" ? read : say("not_read", unreadLanguage);
  return header(say(`position_${position}`), ends, element("p", { class: "told" }, told));
}

/**
 * @param {Direction} direction
 * @param {Analysis} analysis
 * @param {Actions} actions
 * @returns {HTMLElement[]} nothing where no signal leans that way
 */
function reasonSection(direction, { signals, language }, actions) {
  const leaning = signals.filter((signal) => signal.direction === direction);
  if (leaning.length === 0) return [];
  const strongestFirst = leaning.toSorted((one, other) => other.weight - one.weight);
  const items = strongestFirst.map((signal) => reason(signal, language, actions));
  return [section(direction, say(`leans_${direction}`), items)];
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
 * @param {(quote: string) => boolean} reveal
 * @returns {HTMLButtonElement} the quote, which shows itself in the page when it is pressed
 */
function revealing(parts, quote, reveal) {
  const pressed = element("button", { type: "button", class: "quote", title: say("show_in_ad") }, parts);
  pressed.addEventListener("click", () => {
    const panel = pressed.closest("[popover]");
    if (reveal(quote) && panel instanceof HTMLElement) panel.hidePopover();
    else pressed.title = say("not_in_ad");
  });
  return pressed;
}

/**
 * @param {string} name
 * @param {string} heading
 * @param {string[]} texts
 * @returns {HTMLElement[]} nothing where there is no text
 */
function textSection(name, heading, texts) {
  if (texts.length === 0) return [];
  return [section(name, heading, texts.map((text) => element("li", { dir: "auto" }, text)))];
}

/**
 * @param {string} name
 * @param {string} heading
 * @param {Child[]} items
 * @returns {HTMLElement}
 */
function section(name, heading, items) {
  return element("section", { class: name }, element("h3", {}, heading), element("ul", {}, items));
}
