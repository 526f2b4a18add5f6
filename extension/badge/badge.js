/** The badge: a host element with a pill and a panel in its shadow root. What fills the panel is loaded behind the pill. */

/** @import { Correction } from "../contract/correction.js" */
/** @import { Answer, CorrectAnswer } from "../contract/messages.js" */

import { DIRECTION, LANGUAGE } from "../say.js";
import { HOST, createHost } from "./attach.js";
import { element } from "./dom.js";
import { keepBeside } from "./overlay.js";
import { fillPill } from "./pill.js";
import { keepInPlace } from "./placing.js";
import { badgeStyles, dress, panelStyles } from "./style.js";

/** What a person does in the badge is no business of the page's. */
const KEPT_APART = [
  ...["click", "pointerdown", "mousedown", "keydown", "keyup", "keypress"],
  ...["beforeinput", "input", "copy", "cut", "paste"],
];

/** @typedef {Answer | { state: "loading" }} Shown */

/**
 * @typedef {object} Actions
 * @property {() => void} retry
 * @property {() => void} [options] opens the settings; left out where a button beside does
 * @property {() => void} connect opens the service's page that pairs this browser
 * @property {(id: string, correction: Correction) => Promise<CorrectAnswer | null>} correct keeps the
 *   seeker's own word on an analysis
 * @property {(quote: string) => Promise<boolean>} [reveal] shows a quote in the page; false where it is not there
 */

/**
 * @typedef {object} Badge
 * @property {HTMLElement} host
 * @property {(shown: Shown) => void} show
 * @property {() => void} place puts the pill beside the text where the host stands now
 */

/** Shared by all badges of a page, and loaded before the first one is drawn. */
const STYLES = await badgeStyles;

/** What the panel needs, loaded once; a pill is shown sooner without it. */
const panelParts = (() => {
  /** @type {Promise<[typeof import("./panel.js"), CSSStyleSheet[]]> | null} */
  let loaded = null;
  return () => (loaded ??= Promise.all([import("./panel.js"), panelStyles()]));
})();

/**
 * @param {Actions} actions
 * @param {AbortSignal} signal ends what the badge listens to outside itself
 * @returns {Badge} not yet in the page
 */
export function createBadge(actions, signal) {
  const { host, root } = createHost(HOST);
  const pill = element("button", { type: "button", class: "pill" });
  const panel = element("div", {
    class: "panel",
    id: "panel",
    popover: "auto",
    role: "dialog",
    "aria-labelledby": "heading",
    tabindex: "-1",
    autofocus: "",
  });
  for (const part of [pill, panel]) {
    part.lang = LANGUAGE;
    part.dir = DIRECTION;
  }
  dress(root, ...STYLES);
  root.append(pill, panel);
  // The popover closes by itself on Escape and on a click outside.
  pill.popoverTargetElement = panel;
  pill.setAttribute("aria-expanded", "false");
  keepApart(host);
  const place = keepBeside(host, pill, signal);
  keepInPlace(host, pill, panel, signal);
  returnFocus(root, pill, panel);

  /** @type {Shown} */
  let now = { state: "loading" };
  /** What stands there already, as text: nobody's half-written note shall go for the same again. */
  let [standing, filled] = ["", ""];

  const fill = async () => {
    const [{ fillPanel }, styles] = await panelParts();
    if (filled === standing) return;
    if (filled === "") dress(root, ...styles);
    filled = standing;
    const focused = panel.contains(root.activeElement);
    fillPanel(panel, now, actions);
    if (focused) panel.focus();
  };
  const fillSoon = () => void fill().catch(() => host.remove()); // the extension was reloaded or removed
  panel.addEventListener("beforetoggle", ({ newState }) => newState === "open" && fillSoon());

  return {
    host,
    place,
    show(shown) {
      const text = JSON.stringify(shown);
      if (text === standing) return;
      [now, standing] = [shown, text];
      host.dataset["state"] = shown.state;
      if (shown.state === "ready") host.dataset["position"] = shown.analysis.position;
      else delete host.dataset["position"];
      fillPill(pill, shown);
      place();
      if (shown.state !== "loading" || panel.matches(":popover-open")) fillSoon();
    },
  };
}

/**
 * The page's own handlers (links, keyboard shortcuts) shall not act on what happens in the badge.
 *
 * @param {HTMLElement} host
 */
function keepApart(host) {
  for (const event of KEPT_APART) host.addEventListener(event, (happened) => happened.stopPropagation());
}

/**
 * Gives the focus back to the pill when the panel closes, unless it has gone elsewhere already.
 * Popovers promise that themselves, but in Chromium 156 it falls to the body from a shadow root.
 *
 * @param {ShadowRoot} root
 * @param {HTMLButtonElement} pill
 * @param {HTMLElement} panel
 */
function returnFocus(root, pill, panel) {
  let within = false;
  panel.addEventListener("beforetoggle", () => (within = panel.contains(root.activeElement)));
  panel.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && within) pill.focus({ preventScroll: true });
  });
}
