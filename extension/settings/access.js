/** Asks anew for the sites that the browser's owner took away, and says what they are for. */

import { button, element } from "../badge/dom.js";
import { say } from "../say.js";

const { host_permissions: machine = [], content_scripts: scripts = [] } = chrome.runtime.getManifest();

/** This machine and the job boards; a single page needs no permission beyond. */
const ORIGINS = [...machine, ...scripts.flatMap(({ matches = [] }) => matches)].filter((site) => site.endsWith("/*"));

/**
 * Keeps the sentence and the button in `place` while something is missing, and only then.
 *
 * @param {HTMLElement} place
 */
export function offerAccess(place) {
  const look = () => void show(place);
  chrome.permissions.onAdded.addListener(look);
  chrome.permissions.onRemoved.addListener(look);
  look();
}

/** @param {HTMLElement} place */
async function show(place) {
  if (await chrome.permissions.contains({ origins: ORIGINS })) return place.replaceChildren();
  // Asked within the click itself: browsers let nobody ask later.
  const allow = button(say("access_allow"), () => void chrome.permissions.request({ origins: ORIGINS }));
  place.replaceChildren(element("p", {}, say("access_why")), allow);
}
