/** The first steps: start the service, pair this browser, see which sites, fill in the profile. */

/** @import { CheckAnswer, PairAnswer, Request } from "../contract/messages.js" */

import { element } from "../badge/dom.js";
import { loadSites } from "../content/sites.js";
import { offerAccess } from "../settings/access.js";
import { fillTexts, find } from "../settings/page.js";
import { loadSettings } from "../settings/settings.js";
import { isWell, sayCheck } from "../settings/telling.js";
import { say } from "../say.js";

/** The page notices by itself that the service was started, or the browser paired. */
const EVERY_MS = 2000;

const service = find("#service", HTMLElement);
const pairing = find("#pair", HTMLElement);
const code = find("#code", HTMLInputElement);
const told = find("#told", HTMLElement);

/**
 * @template T
 * @param {Request} request
 * @returns {Promise<T | null>}
 */
async function ask(request) {
  const answer = await chrome.runtime.sendMessage(request).catch(() => null);
  return /** @type {T | null} */ (answer ?? null);
}

/**
 * @param {HTMLElement} step
 * @param {{ text: string, done: boolean, waits?: boolean, fault?: boolean }} shown
 */
function tell(step, { text, done, waits = false, fault = false }) {
  step.toggleAttribute("data-done", done);
  step.toggleAttribute("data-waits", waits);
  const state = /** @type {HTMLElement} */ (step.querySelector(".state"));
  state.toggleAttribute("data-fault", fault);
  if (state.textContent !== text) state.textContent = text; // said once, not at every look
}

async function look() {
  const { address } = await loadSettings();
  const answer = /** @type {CheckAnswer | null} */ (await ask({ type: "check", address }));
  const runs = answer?.state === "ready";
  const text = runs ? say("welcome_runs", answer.version, address) : sayCheck(answer);
  tell(service, { text, done: runs, fault: !runs });
  const well = isWell(answer);
  const next = runs ? say("not_paired") : say("welcome_first_start");
  tell(pairing, { text: well ? say("welcome_paired") : next, done: well, waits: !runs });
  find("#open-profile", HTMLAnchorElement).href = `${address}/profile`;
}

async function useCode() {
  if (code.value.trim() === "") return code.focus();
  const answer = /** @type {PairAnswer | null} */ (await ask({ type: "pair", code: code.value }));
  told.textContent = sayPairing(answer);
  if (told.textContent !== "") code.focus();
  await look();
}

/**
 * @param {PairAnswer | null} answer
 * @returns {string} what went wrong, or ""
 */
function sayPairing(answer) {
  if (answer === null) return say("error_no_answer");
  if (answer.state === "paired" || answer.state === "already") return "";
  if (answer.state === "wrong_code") return say("wrong_code");
  return answer.state === "elsewhere" ? say("not_paired") : sayCheck(answer);
}

/** Looks again and again while the page is in view. */
async function keepLooking() {
  if (document.visibilityState === "visible") await look();
  setTimeout(() => void keepLooking(), EVERY_MS);
}

fillTexts("welcome_title");
offerAccess(find("#access", HTMLElement));
const sites = await loadSites();
find("#boards", HTMLUListElement).append(...sites.map(({ name }) => element("li", { dir: "auto" }, name)));
find("#connect", HTMLButtonElement).addEventListener("click", () => void ask({ type: "connect" }));
find("form", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  void useCode();
});
document.addEventListener("visibilitychange", () => void look());
await keepLooking();
