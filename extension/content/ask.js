/** Asks the background part, which alone may contact the service. */

/** @import { AnalyseRequest, Answer, CardsAnswer, CardsRequest, ConnectRequest } from "../contract/messages.js" */
/** @import { CorrectAnswer, CorrectRequest, OptionsRequest } from "../contract/messages.js" */

/**
 * @overload
 * @param {CardsRequest} request
 * @returns {Promise<CardsAnswer | null>}
 */
/**
 * @overload
 * @param {CorrectRequest} request
 * @returns {Promise<CorrectAnswer | null>}
 */
/**
 * @overload
 * @param {AnalyseRequest | ConnectRequest | OptionsRequest} request
 * @returns {Promise<Answer | null>}
 */
/**
 * @param {AnalyseRequest | CardsRequest | ConnectRequest | CorrectRequest | OptionsRequest} request
 * @returns {Promise<Answer | CardsAnswer | CorrectAnswer | null>} null once the extension was reloaded or removed: this page's
 *   scripts then belong to nobody
 */
export async function ask(request) {
  try {
    const answer = await chrome.runtime.sendMessage(request);
    return answer ?? { state: "error", reason: "no_answer", detail: "" };
  } catch (error) {
    if (chrome.runtime?.id === undefined) return null;
    return { state: "error", reason: "no_answer", detail: String(error) };
  }
}
