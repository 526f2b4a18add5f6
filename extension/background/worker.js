/** Answers the content scripts, the popup and the options page. */

/** @import { Answer, CardsAnswer, CheckAnswer, Request } from "../contract/messages.js" */

import { readRequest } from "../contract/messages.js";
import { readAddress } from "../settings/address.js";
import { loadSettings } from "../settings/settings.js";
import { mayAsk } from "./asking.js";
import { analyse, check, judgeCards } from "./service.js";
import { refreshSites } from "./sites.js";

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const request = readRequest(message);
  const own = { id: chrome.runtime.id, url: chrome.runtime.getURL("") };
  if (request === null || !mayAsk(request, sender, own)) return false;
  void respond(request).then(sendResponse);
  return true; // the answer comes later
});

/**
 * @param {Request} request
 * @returns {Promise<Answer | CardsAnswer | CheckAnswer | null>}
 */
async function respond(request) {
  if (request.type === "options") {
    await chrome.runtime.openOptionsPage();
    return null;
  }
  if (request.type === "check") {
    const read = readAddress(request.address);
    return "address" in read ? check(read.address) : null;
  }
  const { address } = await loadSettings();
  if (request.type === "cards") return judgeCards(address, request.cards);
  const answer = await analyse(address, request);
  if (answer.state === "ready") void refreshSites(address);
  return answer;
}
