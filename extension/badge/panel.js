/** The panel: why the pill says what it says. */

/** @import { Actions, Shown } from "./badge.js" */

import { say } from "../say.js";
import { element } from "./dom.js";
import { doorParts, retryButtons } from "./door.js";
import { header } from "./header.js";
import { reportParts } from "./report.js";

/** @typedef {Extract<Shown, { state: "offline" | "error" }>} Trouble */

/**
 * @param {HTMLElement} panel
 * @param {Shown} shown
 * @param {Actions} actions
 */
export function fillPanel(panel, shown, actions) {
  panel.replaceChildren(...panelChildren(shown, actions));
  panel.scrollTop = 0;
}

/**
 * @param {Shown} shown
 * @param {Actions} actions
 * @returns {Node[]}
 */
function panelChildren(shown, actions) {
  if (shown.state === "ready") return reportParts(shown.analysis, shown.report, actions);
  if (shown.state === "offline" || shown.state === "error") return troubleParts(shown, actions);
  if (shown.state === "not_paired" || shown.state === "outdated") return doorParts(shown, actions);
  if (shown.state === "not_a_posting") return notPostingParts(shown);
  return [header(say("pill_loading"))];
}

/**
 * @param {Extract<Shown, { state: "not_a_posting" }>} shown
 * @returns {Node[]}
 */
function notPostingParts({ kind, detail }) {
  if (kind === "unreadable") return [header(say("unreadable_title")), element("p", {}, say("unreadable"))];
  const told = detail === "" ? say("not_a_posting") : detail;
  return [header(say("not_a_posting_title")), element("p", { dir: "auto" }, told)];
}

/**
 * @param {Trouble} shown
 * @param {Actions} actions
 * @returns {Node[]}
 */
function troubleParts(shown, actions) {
  return [
    header(say(shown.state === "offline" ? "pill_offline" : "pill_error")),
    ...(shown.state === "offline" ? offlineText(shown.address) : errorText(shown)),
    retryButtons(actions),
  ];
}

/**
 * @param {string} address
 * @returns {Node[]}
 */
function offlineText(address) {
  return [
    element("p", {}, say("offline_where", address)),
    element("p", {}, say("offline_start")),
    element("pre", { dir: "ltr" }, element("code", {}, "make run")),
    element("p", {}, say("offline_or")),
    element("pre", { dir: "ltr" }, element("code", {}, "syncline serve")),
  ];
}

/**
 * @param {Extract<Trouble, { state: "error" }>} shown
 * @returns {Node[]}
 */
function errorText({ reason, detail }) {
  const told = element("p", {}, say(`error_${reason}`));
  return detail === "" ? [told] : [told, element("p", { class: "detail", dir: "auto" }, detail)];
}
