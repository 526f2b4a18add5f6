/** Pairs this browser with the service: a code of its page Connect becomes a token. */

/** @import { PairAnswer } from "../contract/messages.js" */
/** @import { Service } from "./service.js" */

import { check, failure, post, PATIENCE_MS, send } from "./service.js";

/**
 * @param {Service} service
 * @param {{ code: string, name: string }} given the code, and what the service is to call this browser
 * @param {number} patience how long to wait, in milliseconds
 * @returns {Promise<{ answer: PairAnswer, token: string | null }>} a token only where one was given;
 *   never rejects: a failure is an answer too
 */
export async function pair(service, given, patience = PATIENCE_MS) {
  const found = await check(service, patience);
  if (found.state !== "ready") return { answer: found, token: null };
  if (found.paired) return { answer: { state: "already" }, token: null };
  const response = await send({ address: service.address, token: null }, "/api/v1/pair", post(given), patience);
  if ("state" in response) return { answer: response, token: null };
  const { token, kind, detail } = response.document;
  if (response.status === 201 && typeof token === "string") return { answer: { state: "paired" }, token };
  if (response.status === 403 && kind === "pairing_code") return { answer: { state: "wrong_code" }, token: null };
  return { answer: failure("refused", String(detail ?? response.status)), token: null };
}

/**
 * @param {{ brands?: readonly { brand: string }[] | undefined, userAgent: string, os: string }} browser
 * @returns {string} such as "Chromium on Linux", by which its owner knows it in the service's list
 */
export function nameOf({ brands = [], userAgent, os }) {
  const named = brands.map(({ brand }) => brand).filter((brand) => !/not.?a.?brand/i.test(brand));
  const own = named.find((brand) => brand !== "Chromium") ?? named[0];
  const name = own ?? (userAgent.includes("Firefox/") ? "Firefox" : "A browser");
  return `${name} on ${SYSTEMS[os] ?? os}`;
}

/** @type {Record<string, string>} what chrome.runtime.getPlatformInfo calls them */
const SYSTEMS = {
  android: "Android",
  cros: "ChromeOS",
  linux: "Linux",
  mac: "macOS",
  openbsd: "OpenBSD",
  win: "Windows",
};
