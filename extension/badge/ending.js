/** Where a title's text ends, as far as it is seen. */

/** Rectangles of text that begin or end so far beyond an edge are rounding, in CSS pixels. */
const ROUNDING = 1;

/**
 * @param {Element} element
 * @returns {Text | null} the last of its text that can be seen
 */
export function lastTextOf(element) {
  let last = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (text.parentElement !== null && text.data.trim() !== "" && isSeen(text.parentElement)) last = text;
  }
  return last;
}

/**
 * @param {Element} block
 * @returns {{ left: number, right: number, top: number, bottom: number }} its last line that is seen, in the window;
 *   one that is cut off, or goes on in lines that are, is as wide as the block, for an ellipsis may stand there
 */
export function lastLineOf(block) {
  const box = block.getBoundingClientRect();
  const text = lastTextOf(block);
  if (text === null) return box;
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = [...range.getClientRects()];
  const seen = lines.filter(({ top, bottom }) => (top + bottom) / 2 < box.bottom);
  const last = seen.at(-1) ?? box;
  const isCut =
    seen.length < lines.length ||
    seen.some(({ left, right }) => left < box.left - ROUNDING || right > box.right + ROUNDING);
  const { left, right } = isCut ? box : last;
  return { left, right, top: last.top, bottom: last.bottom };
}

/**
 * @param {Element} element
 * @returns {boolean} whether it is a part of a line, or has no box of its own
 */
export function isWithinLine(element) {
  return /^(inline|contents)/.test(getComputedStyle(element).display);
}

/**
 * @param {Element} element
 * @returns {boolean} false also for text that only a screen reader tells, which has one pixel
 */
function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  if (width > 1 && height > 1) return true;
  const { parentElement } = element; // whose box the text has where the element has none of its own
  return parentElement !== null && getComputedStyle(element).display === "contents" && isSeen(parentElement);
}
