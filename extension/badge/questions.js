/** What to ask in the interview, with a button that copies all of it. */

import { say } from "../say.js";
import { button } from "./dom.js";
import { section, textList } from "./section.js";

/** As many fit beside a listing; the copy and the service's report have all. */
const MOST_SHOWN = 5;

/**
 * @param {string[]} questions the most telling first, the definitive one last
 * @returns {HTMLElement[]} nothing where there is none
 */
export function questionSection(questions) {
  if (questions.length === 0) return [];
  const few = textList(fewOf(questions));
  const copy = button(say("copy_questions"), () => {
    void copyText(questions.map((text) => `- ${text}\n`).join("")).then((done) => {
      copy.textContent = say(done ? "copied" : "not_copied");
      if (!done) select(few);
    });
  });
  copy.setAttribute("aria-live", "polite");
  return [section("questions", say("questions"), few, copy)];
}

/**
 * @param {string[]} questions
 * @returns {string[]}
 */
function fewOf(questions) {
  if (questions.length <= MOST_SHOWN) return questions;
  return [...questions.slice(0, MOST_SHOWN - 1), ...questions.slice(-1)];
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} false where the page's policy forbids it
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {Node} node whose text the reader can then copy with the keyboard */
function select(node) {
  getSelection()?.selectAllChildren(node);
}
