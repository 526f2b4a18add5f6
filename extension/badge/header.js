/** The head of every panel: what it is about, and the button that closes it. */

/** @import { Child } from "./dom.js" */

import { say } from "../say.js";
import { element } from "./dom.js";

/**
 * @param {string} title
 * @param {...Child} below
 * @returns {HTMLElement}
 */
export function header(title, ...below) {
  const heading = element("h2", { id: "heading" }, title);
  const close = element("button", { type: "button", class: "close", "aria-label": say("close") }, "×");
  close.addEventListener("click", () => {
    const panel = close.closest("[popover]");
    if (panel instanceof HTMLElement) panel.hidePopover();
  });
  return element("header", {}, element("div", { class: "row" }, heading, close), ...below);
}
