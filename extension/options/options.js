/** The settings page: where the service answers, and whether it knows this browser. */

/** @import { CheckAnswer, Request } from "../contract/messages.js" */

import { say } from "../say.js";
import { offerAccess } from "../settings/access.js";
import { readAddress } from "../settings/address.js";
import { fillTexts, find } from "../settings/page.js";
import { loadSettings, saveSettings } from "../settings/settings.js";
import { isWell, sayCheck } from "../settings/telling.js";

const form = find("form", HTMLFormElement);
const input = find("#address", HTMLInputElement);
const told = find("#told", HTMLElement);
const connect = find("#connect", HTMLButtonElement);

/**
 * @param {string} text
 * @param {boolean} isFault
 */
function tell(text, isFault = false) {
  told.textContent = text;
  told.toggleAttribute("data-fault", isFault);
  connect.hidden = true;
}

/** @returns {string | null} the address in the form; null, and said so, where it is none */
function typedAddress() {
  const read = readAddress(input.value);
  const isFault = "fault" in read;
  input.setAttribute("aria-invalid", String(isFault));
  if (!isFault) return read.address;
  tell(say(`fault_${read.fault}`), true);
  input.focus();
  return null;
}

/** @returns {Promise<string | null>} what was saved, if it could be */
async function save() {
  const address = typedAddress();
  if (address === null) return null;
  await saveSettings({ address });
  input.value = address;
  tell(say("options_saved"));
  return address;
}

async function test() {
  const address = typedAddress();
  if (address === null) return;
  tell(say("options_checking"));
  const answer = /** @type {CheckAnswer | null} */ (await ask({ type: "check", address }));
  tell(sayCheck(answer), !isWell(answer));
  connect.hidden = answer?.state !== "ready" || answer.paired;
}

/** Pairing is with the service in the settings, so what was typed is saved first. */
async function openConnect() {
  if ((await save()) !== null) await ask({ type: "connect" });
}

/**
 * @param {Request} request
 * @returns {Promise<unknown>} null where the background part gave no answer
 */
async function ask(request) {
  return (await chrome.runtime.sendMessage(request).catch(() => null)) ?? null;
}

fillTexts("options_title");
offerAccess(find("#access", HTMLElement));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void save();
});
find("#check", HTMLButtonElement).addEventListener("click", () => void test());
connect.addEventListener("click", () => void openConnect());
input.value = (await loadSettings()).address;
