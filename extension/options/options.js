/** The settings page: where the service answers. */

/** @import { MessageKey } from "../say.js" */
/** @import { CheckAnswer, Request } from "../contract/messages.js" */

import { say } from "../say.js";
import { readAddress } from "../settings/address.js";
import { loadSettings, saveSettings } from "../settings/settings.js";

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T} the one element of options.html that it selects
 */
function find(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new TypeError(`options.html has no ${selector}`);
  return found;
}

const form = find("form", HTMLFormElement);
const input = find("#address", HTMLInputElement);
const told = find("#told", HTMLElement);

/**
 * @param {string} text
 * @param {boolean} isFault
 */
function tell(text, isFault = false) {
  told.textContent = text;
  told.toggleAttribute("data-fault", isFault);
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

async function save() {
  const address = typedAddress();
  if (address === null) return;
  await saveSettings({ address });
  input.value = address;
  tell(say("options_saved"));
}

async function test() {
  const address = typedAddress();
  if (address === null) return;
  tell(say("options_checking"));
  /** @type {Request} */
  const request = { type: "check", address };
  const answer = /** @type {CheckAnswer | null} */ (await chrome.runtime.sendMessage(request));
  tell(sayAnswer(answer), answer?.state !== "ready");
}

/**
 * @param {CheckAnswer | null} answer
 * @returns {string}
 */
function sayAnswer(answer) {
  if (answer === null) return say("error_no_answer");
  if (answer.state === "ready") return say("options_found", answer.version);
  if (answer.state === "offline") return say("offline_where", answer.address);
  return `${say(`error_${answer.reason}`)} ${answer.detail}`;
}

document.documentElement.lang = chrome.i18n.getUILanguage();
document.documentElement.dir = chrome.i18n.getMessage("@@bidi_dir");
for (const element of document.querySelectorAll("[data-say]")) {
  element.textContent = say(/** @type {MessageKey} */ (element.getAttribute("data-say")));
}
document.title = say("options_title");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void save();
});
find("#check", HTMLButtonElement).addEventListener("click", () => void test());
input.value = (await loadSettings()).address;
