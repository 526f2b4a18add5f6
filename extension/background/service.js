/** The only part that talks to the service. */

/** @import { CardText } from "../contract/cards.js" */
/** @import { Correction } from "../contract/correction.js" */
/** @import { Answer, CardsAnswer, CheckAnswer, CorrectAnswer } from "../contract/messages.js" */
/** @import { Failure, NotPaired, Offline, Reason } from "../contract/messages.js" */

import { readAnalysis } from "../contract/analysis.js";
import { readVerdicts } from "../contract/cards.js";
import { BadDocument } from "../contract/field.js";
import { readSites } from "../contract/sites.js";

/** Reading the longest ad takes well under a second; a machine just woken may need some. */
export const PATIENCE_MS = 20_000;

/** What the service's API is to be at least; its health tells which it speaks. */
const API = 1;

/**
 * @typedef {object} Service
 * @property {string} address
 * @property {string | null} token of this browser's pairing with it
 */

/** @typedef {{ method?: string, headers?: Record<string, string>, body?: string }} Ask */

/**
 * @typedef {object} Response
 * @property {number} status
 * @property {Record<string, unknown>} document
 */

/**
 * Sends one page to the service.
 *
 * @param {Service} service
 * @param {{ url: string, html: string }} page
 * @param {number} patience how long to wait, in milliseconds
 * @returns {Promise<Answer>} never rejects: a failure is an answer too
 */
export async function analyse(service, { url, html }, patience = PATIENCE_MS) {
  const response = await send(service, "/api/v1/analyses", post({ url, html }), patience);
  if ("state" in response) return response;
  if (response.status !== 200 && response.status !== 201) return readProblem(response);
  return understand(() => {
    const analysis = readAnalysis(response.document);
    const report = `${service.address}/analyses/${encodeURIComponent(analysis.id)}`;
    return { state: /** @type {const} */ ("ready"), analysis, report };
  });
}

/**
 * Asks what a list's cards may show.
 *
 * @param {Service} service
 * @param {CardText[]} cards
 * @param {number} patience how long to wait, in milliseconds
 * @returns {Promise<CardsAnswer>} never rejects: a failure is an answer too
 */
export async function judgeCards(service, cards, patience = PATIENCE_MS) {
  const response = await send(service, "/api/v1/analyses/batch", post({ cards }), patience);
  if ("state" in response) return response;
  if (response.status !== 200) return failure("refused", String(response.document["detail"] ?? response.status));
  const answer = understand(() => ({ state: /** @type {const} */ ("ready"), verdicts: readVerdicts(response.document) }));
  if (answer.state !== "ready" || answer.verdicts.length === cards.length) return answer;
  return failure("not_syncline", "as many verdicts as cards were expected");
}

/**
 * Brings the seeker's own word on a report.
 *
 * @param {Service} service
 * @param {string} id of the analysis
 * @param {Correction} correction
 * @param {number} patience how long to wait, in milliseconds
 * @returns {Promise<CorrectAnswer>} never rejects: a failure is an answer too
 */
export async function correct(service, id, correction, patience = PATIENCE_MS) {
  const path = `/api/v1/analyses/${encodeURIComponent(id)}/corrections`;
  const response = await send(service, path, post(correction), patience);
  if ("state" in response) return response;
  if (response.status === 201) return { state: "ready" };
  if (response.status === 404 || response.status === 405) return failure("no_place", "");
  return failure("refused", String(response.document["detail"] ?? response.status));
}

/**
 * @param {unknown} document
 * @returns {Ask}
 */
export function post(document) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(document) };
}

/**
 * Asks whether Syncline answers, which one, and whether it knows this browser.
 *
 * @param {Service} service
 * @param {number} patience how long to wait, in milliseconds
 * @returns {Promise<CheckAnswer>} never rejects: a failure is an answer too
 */
export async function check(service, patience = PATIENCE_MS) {
  const response = await send(service, "/api/v1/health", {}, patience);
  if ("state" in response) return response;
  const { status, version, api, paired, detail } = response.document;
  if (response.status === 503 && typeof detail === "string") return failure("refused", detail);
  if (typeof version !== "string" || status !== "ok") return failure("not_syncline", `HTTP ${response.status}`);
  if (typeof api !== "number" || api < API) return { state: "outdated", version };
  return { state: "ready", version, paired: paired === true };
}

/**
 * Asks for the boards' records.
 *
 * @param {Service} service
 * @param {number} patience how long to wait, in milliseconds
 * @returns {Promise<unknown>} the document as it came, once it was checked; null where there is none
 */
export async function fetchSites(service, patience = PATIENCE_MS) {
  const response = await send(service, "/api/v1/sites", {}, patience);
  if ("state" in response || response.status !== 200) return null;
  try {
    readSites(response.document);
    return response.document;
  } catch (error) {
    if (error instanceof BadDocument) return null;
    throw error;
  }
}

/**
 * @param {Service} service
 * @param {string} path
 * @param {Ask} init
 * @param {number} patience
 * @returns {Promise<Response | NotPaired | Offline | Failure>}
 */
export async function send({ address, token }, path, init, patience) {
  /** @type {Record<string, string>} */
  const proof = token === null ? {} : { Authorization: `Bearer ${token}` };
  /** @type {RequestInit} */
  const always = {
    headers: { Accept: "application/json", ...init.headers, ...proof },
    credentials: "omit",
    cache: "no-store",
    redirect: "error", // a redirect could lead the page's text off this machine
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(patience),
  };
  try {
    const response = await fetch(`${address}${path}`, { ...init, ...always });
    const document = await response.json();
    if (typeof document !== "object" || document === null) throw new SyntaxError("not an object");
    if (response.status === 401 && document.kind === "not_paired") return { state: "not_paired", address };
    return { status: response.status, document };
  } catch (error) {
    return readFailure(error, address);
  }
}

/**
 * @param {unknown} error
 * @param {string} address
 * @returns {Offline | Failure}
 */
function readFailure(error, address) {
  if (error instanceof DOMException && error.name === "TimeoutError") return failure("timeout", address);
  if (error instanceof SyntaxError) return failure("not_syncline", address);
  return { state: "offline", address }; // fetch tells no more than that there was no answer
}

/**
 * @param {Response} response an RFC 9457 problem document
 * @returns {Answer}
 */
function readProblem({ status, document }) {
  const detail = String(document["detail"] ?? document["title"] ?? `HTTP ${status}`);
  const { kind } = document;
  if ((status === 422 || status === 413) && typeof kind === "string") {
    return { state: "not_a_posting", kind, detail };
  }
  return failure("refused", detail);
}

/**
 * @template T
 * @param {() => T} read
 * @returns {T | Failure}
 */
function understand(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadDocument) return failure("not_syncline", error.message);
    throw error;
  }
}

/**
 * @param {Reason} reason
 * @param {string} detail
 * @returns {Failure}
 */
export function failure(reason, detail) {
  return { state: "error", reason, detail };
}
