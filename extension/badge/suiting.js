/** How the job goes with the seeker's profile: apart from the verdict, which it never changes. */

/** @import { Fit } from "../contract/fit.js" */

import { say } from "../say.js";
import { element } from "./dom.js";
import { section, textList } from "./section.js";

/**
 * @param {Fit | null} fit
 * @returns {HTMLElement[]} nothing without a profile
 */
export function fitSection(fit) {
  if (fit === null) return [];
  const { suitability, reasons, hours } = fit;
  const texts = [...new Set([...reasons, ...hours])]; // what decides may be about hours
  const told = element("p", { class: "suits" }, say(`fit_${suitability}`));
  return [section("fit", say("for_you"), told, texts.length > 0 && textList(texts))];
}
