/**
 * What the parts of the extension say to each other through chrome.runtime.sendMessage.
 */

/** @import { Analysis } from "./analysis.js" */
/** @import { CardText, Verdict } from "./cards.js" */
/** @import { Correction } from "./correction.js" */

import { MOST_CARDS, readCard } from "./cards.js";
import { readCorrection } from "./correction.js";
import { LONGEST_PAGE } from "./page.js";

/**
 * A content script asks for a badge.
 *
 * @typedef {object} AnalyseRequest
 * @property {"analyse"} type
 * @property {string} url the page's address
 * @property {string} html the page as it stands, at most `LONGEST_PAGE` characters
 */

/**
 * The options page asks whether a service answers at an address.
 *
 * @typedef {object} CheckRequest
 * @property {"check"} type
 * @property {string} address as `readAddress` returns it
 */

/**
 * A content script asks for the options page, which it may not open itself.
 *
 * @typedef {object} OptionsRequest
 * @property {"options"} type
 */

/**
 * A page of the extension or a badge asks for the service's page Connect.
 *
 * @typedef {object} ConnectRequest
 * @property {"connect"} type
 */

/**
 * The page Connect, or the welcome page, brings a pairing code.
 *
 * @typedef {object} PairRequest
 * @property {"pair"} type
 * @property {string} code as a person reads or types it
 */

/**
 * A content script asks what the cards of a list may show.
 *
 * @typedef {object} CardsRequest
 * @property {"cards"} type
 * @property {CardText[]} cards at most `MOST_CARDS`
 */

/**
 * A panel brings the seeker's own word on a report.
 *
 * @typedef {object} CorrectRequest
 * @property {"correct"} type
 * @property {string} id of the analysis
 * @property {Correction} correction
 */

/**
 * @typedef {AnalyseRequest | CardsRequest | CheckRequest | ConnectRequest | CorrectRequest | OptionsRequest
 *   | PairRequest} Request
 */

/**
 * Why there is no result: the service took too long, something else answers at its address, it
 * refused, it has no place for what it was given, or the extension's own background part gave no
 * answer.
 *
 * @typedef {"timeout" | "not_syncline" | "refused" | "no_place" | "no_answer"} Reason
 */

/** @typedef {{ state: "offline", address: string }} Offline */
/** @typedef {{ state: "error", reason: Reason, detail: string }} Failure */

/** @typedef {{ state: "not_paired", address: string }} NotPaired the service does not know this browser */
/** @typedef {{ state: "outdated", version: string }} Outdated the service is too old for this extension */

/**
 * @typedef {{ state: "ready", analysis: Analysis, report: string }
 *   | { state: "not_a_posting", kind: string, detail: string }
 *   | NotPaired | Outdated | Offline | Failure} Answer
 *   what a page's badge shows; `report` is the address of the service's own page about it
 */

/** @typedef {{ state: "ready", verdicts: (Verdict | null)[] } | NotPaired | Outdated | Offline | Failure} CardsAnswer */

/**
 * @typedef {{ state: "ready", version: string, paired: boolean } | NotPaired | Outdated | Offline | Failure} CheckAnswer
 */

/**
 * @typedef {{ state: "paired" } | { state: "already" } | { state: "wrong_code" }
 *   | { state: "elsewhere", address: string }
 *   | NotPaired | Outdated | Offline | Failure} PairAnswer
 *   `elsewhere` where the code is of another service than the settings name
 */

/** @typedef {{ state: "ready" } | NotPaired | Outdated | Offline | Failure} CorrectAnswer */

const LONGEST_CODE = 100;

/**
 * @param {unknown} value what came in
 * @returns {Request | null} the request, or null for anything else
 */
export function readRequest(value) {
  if (typeof value !== "object" || value === null) return null;
  const { type, url, html, address, cards, code, id, correction } = /** @type {Record<string, unknown>} */ (value);
  if (type === "options" || type === "connect") return { type };
  if (type === "pair") return typeof code === "string" && code.length <= LONGEST_CODE ? { type, code } : null;
  if (type === "check" && typeof address === "string") return { type, address };
  if (type === "cards") return readCards(cards);
  if (type === "correct") return readCorrecting(id, correction);
  if (type !== "analyse" || typeof url !== "string" || typeof html !== "string") return null;
  return html.length <= LONGEST_PAGE && URL.canParse(url) ? { type, url, html } : null;
}

/**
 * @param {unknown} cards
 * @returns {CardsRequest | null}
 */
function readCards(cards) {
  if (!Array.isArray(cards) || cards.length === 0 || cards.length > MOST_CARDS) return null;
  const read = cards.map(readCard).filter((card) => card !== null);
  return read.length === cards.length ? { type: "cards", cards: read } : null;
}

/**
 * @param {unknown} id
 * @param {unknown} correction
 * @returns {CorrectRequest | null}
 */
function readCorrecting(id, correction) {
  const read = readCorrection(correction);
  return typeof id === "string" && id !== "" && read !== null ? { type: "correct", id, correction: read } : null;
}
