/** Asks the background part, which alone may contact the service. */

/** @import { Answer, Request } from "../contract/messages.js" */

/**
 * @param {Request} request
 * @returns {Promise<Answer | null>} null once the extension was reloaded or removed: this page's
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
