/** Answers the content scripts, the popup, the options and the welcome page. */

/** @import { Answer, CardsAnswer, CheckAnswer, CorrectAnswer, PairAnswer, Request } from "../contract/messages.js" */
/** @import { Service } from "./service.js" */

import { readRequest } from "../contract/messages.js";
import { readAddress } from "../settings/address.js";
import { loadSettings } from "../settings/settings.js";
import { mayAsk } from "./asking.js";
import { isOwnConnect, openConnect, welcomeOnce } from "./doors.js";
import { nameOf, pair } from "./pairing.js";
import { forgetToken, loadPairings, saveToken } from "./pairings.js";
import { analyse, check, correct, judgeCards } from "./service.js";
import { refreshSites } from "./sites.js";

/** @typedef {Answer | CardsAnswer | CheckAnswer | CorrectAnswer | PairAnswer} AnyAnswer */

welcomeOnce();

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const request = readRequest(message);
  const own = { id: chrome.runtime.id, url: chrome.runtime.getURL("") };
  if (request === null || !mayAsk(request, sender, own)) return false;
  void respond(request, sender.url).then(sendResponse);
  return true; // the answer comes later
});

/**
 * @param {Request} request
 * @param {string | undefined} page that asks
 * @returns {Promise<AnyAnswer | null>}
 */
async function respond(request, page) {
  if (request.type === "options") {
    await chrome.runtime.openOptionsPage();
    return null;
  }
  if (request.type === "check") {
    const read = readAddress(request.address);
    return "address" in read ? check(await serviceAt(read.address)) : null;
  }
  const service = await ownService();
  if (request.type === "connect") {
    await openConnect(service.address);
    return null;
  }
  return request.type === "pair" ? pairWith(service, request.code, page) : explained(service, request);
}

/** @returns {Promise<Service>} the one that the settings name */
async function ownService() {
  const [{ address }, pairings] = await Promise.all([loadSettings(), loadPairings()]);
  return { address, token: pairings[address] ?? null };
}

/**
 * @param {string} address
 * @returns {Promise<Service>}
 */
async function serviceAt(address) {
  return { address, token: (await loadPairings())[address] ?? null };
}

/**
 * @param {Service} service
 * @param {Extract<Request, { type: "analyse" | "cards" | "correct" }>} request
 * @returns {Promise<Answer | CardsAnswer | CorrectAnswer>} where the service cannot be understood, whether it is too old
 */
async function explained(service, request) {
  const answer = await answerOf(service, request);
  if (answer.state === "ready" && request.type === "analyse") void refreshSites(service);
  if (answer.state === "not_paired" && service.token !== null) await forgetToken(service.address, service.token);
  if (answer.state !== "error" || answer.reason !== "not_syncline") return answer;
  const found = await check(service);
  return found.state === "outdated" ? found : answer;
}

/**
 * @param {Service} service
 * @param {Extract<Request, { type: "analyse" | "cards" | "correct" }>} request
 * @returns {Promise<Answer | CardsAnswer | CorrectAnswer>}
 */
function answerOf(service, request) {
  if (request.type === "cards") return judgeCards(service, request.cards);
  if (request.type === "correct") return correct(service, request.id, request.correction);
  return analyse(service, request);
}

/**
 * @param {Service} service that the settings name
 * @param {string} code
 * @param {string | undefined} page that brings it
 * @returns {Promise<PairAnswer>}
 */
async function pairWith(service, code, page) {
  const { address } = service;
  const typed = page?.startsWith(chrome.runtime.getURL(""));
  if (!typed && !isOwnConnect(page, address)) return { state: "elsewhere", address };
  const { os } = await chrome.runtime.getPlatformInfo();
  const name = nameOf({ brands: brands(), userAgent: navigator.userAgent, os });
  const { answer, token } = await pair(service, { code, name });
  if (token !== null) await saveToken(address, token);
  return answer;
}

/** @returns {readonly { brand: string }[] | undefined} what the browser calls itself; Firefox has none */
function brands() {
  const { userAgentData } = /** @type {{ userAgentData?: { brands: { brand: string }[] } }} */ (navigator);
  return userAgentData?.brands;
}
