/** Says in words what came of asking whether the service is there. */

/** @import { CheckAnswer } from "../contract/messages.js" */

import { say } from "../say.js";

/**
 * @param {CheckAnswer | null} answer null where the background part gave none
 * @returns {string}
 */
export function sayCheck(answer) {
  if (answer === null) return say("error_no_answer");
  if (answer.state === "ready") return answer.paired ? say("found_paired", answer.version) : say("found", answer.version);
  if (answer.state === "offline") return say("offline_where", answer.address);
  if (answer.state === "outdated") return say("outdated_what", answer.version);
  if (answer.state === "not_paired") return say("not_paired");
  return `${say(`error_${answer.reason}`)} ${answer.detail}`;
}

/**
 * @param {CheckAnswer | null} answer
 * @returns {boolean} whether all is well
 */
export function isWell(answer) {
  return answer?.state === "ready" && answer.paired;
}
