/** "This is wrong": a small form that keeps the seeker's own word on their own service. */

/** @import { Analysis, Signal } from "../contract/analysis.js" */
/** @import { Correction } from "../contract/correction.js" */
/** @import { CorrectAnswer } from "../contract/messages.js" */

import { LONGEST_NOTE, readCorrection } from "../contract/correction.js";
import { POSITIONS } from "../contract/positions.js";
import { say } from "../say.js";
import { element } from "./dom.js";

/** Characters of a quote in the choice of quotes. */
const LONGEST_CHOICE = 70;

/**
 * @param {Analysis} analysis
 * @param {(id: string, correction: Correction) => Promise<CorrectAnswer | null>} correct
 * @returns {HTMLElement}
 */
export function correctionForm({ id, signals }, correct) {
  const position = choice(say("correct_position_none"), POSITIONS.map((one) => [one, say(`position_${one}`)]));
  const quote = choice(say("correct_quote_none"), signals.map((signal, index) => [String(index), shortened(signal)]));
  const note = element("textarea", { rows: "2", maxlength: String(LONGEST_NOTE), dir: "auto" });
  const told = element("p", { class: "told", role: "status" });
  const submit = element("button", { type: "submit", class: "button" }, say("correct_keep"));
  const form = element(
    "form",
    { novalidate: "" },
    labelled(say("correct_position"), position),
    signals.length > 0 && labelled(say("correct_quote"), quote),
    labelled(say("correct_note"), note),
    submit,
    told,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = signals[Number(quote.value === "" ? NaN : quote.value)];
    const correction = readCorrection({ position: position.value, ...placeOf(wrong), note: note.value });
    if (correction === null) {
      told.textContent = say("correct_empty");
      return;
    }
    submit.disabled = true;
    void correct(id, correction).then((answer) => {
      submit.disabled = false;
      told.textContent = sayAnswer(answer);
      if (answer?.state === "ready") form.reset();
    });
  });
  return element("details", { class: "correction" }, element("summary", {}, say("correct")), form);
}

/**
 * @param {Signal | undefined} signal
 * @returns {Partial<Correction>} where its quote stands
 */
function placeOf(signal) {
  if (signal === undefined) return {};
  const { rule, evidence } = signal;
  return { rule, start: evidence.start, end: evidence.end };
}

/**
 * @param {CorrectAnswer | null} answer
 * @returns {string}
 */
function sayAnswer(answer) {
  if (answer === null) return say("error_no_answer");
  if (answer.state === "ready") return say("corrected");
  if (answer.state === "offline") return say("offline_where", answer.address);
  if (answer.state === "not_paired") return say("not_paired");
  if (answer.state === "outdated") return say("outdated");
  return `${say(`error_${answer.reason}`)} ${answer.detail}`.trim();
}

/**
 * @param {string} nothing stands for no choice, which it begins with
 * @param {[string, string][]} options value and text of each
 * @returns {HTMLSelectElement}
 */
function choice(nothing, options) {
  const none = element("option", { value: "" }, nothing);
  const all = options.map(([value, text]) => element("option", { value, dir: "auto" }, text));
  return element("select", {}, none, all);
}

/**
 * @param {string} label
 * @param {HTMLElement} field
 * @returns {HTMLElement}
 */
function labelled(label, field) {
  return element("label", {}, element("span", {}, label), field);
}

/**
 * @param {Signal} signal
 * @returns {string}
 */
function shortened({ evidence }) {
  const points = Array.from(evidence.quote);
  return points.length <= LONGEST_CHOICE ? evidence.quote : `${points.slice(0, LONGEST_CHOICE - 1).join("")}…`;
}
