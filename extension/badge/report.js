/** The panel of a posting that was read, part by part. */

/** @import { Analysis } from "../contract/analysis.js" */
/** @import { Actions } from "./badge.js" */

import { say, sayPercent } from "../say.js";
import { handbookSection } from "./company.js";
import { correctionForm } from "./correcting.js";
import { element } from "./dom.js";
import { header } from "./header.js";
import { questionSection } from "./questions.js";
import { reasonSection, unsaidSection } from "./reasons.js";
import { scale } from "./scale.js";
import { section, textList } from "./section.js";
import { fitSection } from "./suiting.js";

/**
 * @param {Analysis} analysis
 * @param {string} report address of the service's own page about it
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function reportParts(analysis, report, actions) {
  const { contradictions, handbook, fit, questions } = analysis;
  return [
    verdict(analysis),
    ...(contradictions.length === 0 ? [] : [section("contradictions", say("contradictions"), textList(contradictions))]),
    ...fitSection(fit),
    ...reasonSection("async", analysis, actions),
    ...reasonSection("sync", analysis, actions),
    ...unsaidSection(analysis),
    ...handbookSection(handbook),
    ...questionSection(questions),
    footer(analysis, report, actions),
  ];
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
 * @param {Analysis} analysis
 * @param {string} report
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function footer(analysis, report, { correct }) {
  const link = element("a", { href: report, target: "_blank", rel: "noopener noreferrer" }, say("open_report"));
  const { readBy } = analysis;
  const way = readBy !== null && element("span", { class: "way" }, say(`read_by_${readBy}`));
  return element("footer", {}, element("p", { class: "row" }, link, way), correctionForm(analysis, correct));
}
