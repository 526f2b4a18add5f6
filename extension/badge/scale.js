/** The five-cell mark that shows where on the spectrum a posting lies. */

/** @import { Position } from "../contract/positions.js" */

import { POSITIONS } from "../contract/positions.js";
import { element } from "./dom.js";

const CELLS = POSITIONS.filter((position) => position !== "unclear");

/**
 * @param {Position} position
 * @returns {HTMLElement} decoration only: the words beside it say the same
 */
export function scale(position) {
  const cells = CELLS.map((cell) =>
    element("span", { class: cell === position ? "cell here" : "cell", "data-position": cell }),
  );
  return element("span", { class: "scale", "aria-hidden": "true" }, cells);
}
