/** How a job goes with the seeker's own profile, as the service computed it. */

/** @import { Field } from "./field.js" */

export const SUITABILITIES = /** @type {const} */ (["well", "partly", "poorly", "unknown"]);

/**
 * @typedef {object} Fit
 * @property {typeof SUITABILITIES[number]} suitability
 * @property {string[]} reasons what decides it, the weightiest first
 * @property {string[]} hours what the ad's hours mean on the seeker's clock
 */

/**
 * @param {Field} field
 * @returns {Fit | null} null where the service knows no profile
 * @throws {BadDocument} a field is missing or of another kind
 */
export function readFit(field) {
  if (field.value === null || field.value === undefined) return null;
  return {
    suitability: field.at("suitability").oneOf(SUITABILITIES),
    reasons: field.at("reasons").list((item) => item.text()),
    hours: field.at("hours").list((item) => item.text()),
  };
}
