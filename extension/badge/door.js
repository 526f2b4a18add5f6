/** What the panel says where the service is there, but this browser may not ask it yet. */

/** @import { Actions } from "./badge.js" */
/** @import { NotPaired, Outdated } from "../contract/messages.js" */

import { say } from "../say.js";
import { button, element } from "./dom.js";
import { header } from "./header.js";

/**
 * @param {NotPaired | Outdated} shown
 * @param {Actions} actions
 * @returns {Node[]}
 */
export function doorParts(shown, actions) {
  return shown.state === "not_paired" ? notPairedParts(shown, actions) : outdatedParts(shown, actions);
}

/**
 * @param {NotPaired} shown
 * @param {Actions} actions
 * @returns {Node[]}
 */
function notPairedParts({ address }, actions) {
  const connect = button(say("connect"), actions.connect);
  connect.classList.add("strong");
  return [
    header(say("not_paired")),
    element("p", {}, say("not_paired_why")),
    element("p", { class: "detail", dir: "ltr" }, address),
    buttons(connect, button(say("retry"), actions.retry)),
  ];
}

/**
 * @param {Outdated} shown
 * @param {Actions} actions
 * @returns {Node[]}
 */
function outdatedParts({ version }, actions) {
  return [
    header(say("outdated")),
    element("p", {}, say("outdated_what", version)),
    element("pre", { dir: "ltr" }, element("code", {}, "git pull && make run")),
    retryButtons(actions),
  ];
}

/**
 * @param {Actions} actions
 * @returns {HTMLElement} what to press once something was put right, and where to do so
 */
export function retryButtons({ retry, options }) {
  return buttons(button(say("retry"), retry), ...(options ? [button(say("open_options"), options)] : []));
}

/**
 * @param {...HTMLElement} inside
 * @returns {HTMLElement}
 */
function buttons(...inside) {
  return element("div", { class: "buttons" }, ...inside);
}
