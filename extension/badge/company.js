/** What the company publishes about how it works. */

/** @import { Handbook } from "../contract/handbook.js" */

import { say } from "../say.js";
import { element } from "./dom.js";
import { section } from "./section.js";

/**
 * @param {Handbook | null} handbook
 * @returns {HTMLElement[]} nothing where nobody has looked
 */
export function handbookSection(handbook) {
  if (handbook === null) return [];
  const { outcome, url, evidence } = handbook;
  return [
    section(
      "handbook",
      say("aspect_handbook"),
      element("p", {}, say(`handbook_${outcome}`)),
      url !== "" && element("p", {}, link(url)),
      evidence !== "" && element("blockquote", { dir: "auto" }, evidence),
    ),
  ];
}

/**
 * @param {string} url of the web, as `webAddress` lets it through
 * @returns {HTMLAnchorElement}
 */
function link(url) {
  const { host, pathname } = new URL(url);
  const shown = `${host}${pathname === "/" ? "" : pathname}`;
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, shown);
}
