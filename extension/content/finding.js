/** Finds a quote in the page, wherever its words stand and however many elements they span. */

const NOT_TEXT = "script, style, noscript, template, textarea, syncline-badge, syncline-card";

/** @typedef {{ node: Text, offset: number }} Place */

/**
 * Compares without white space: the service reads line breaks and gaps otherwise than the page. It
 * also writes "- " before each item of a list, which the page's text may lack.
 *
 * @param {string} quote
 * @param {Node} root
 * @returns {Range | null} the first place where the quote stands
 */
export function findQuote(quote, root) {
  /** @type {{ node: Text, from: number, text: string }[]} */
  const pieces = [];
  let text = "";
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement?.closest(NOT_TEXT)) continue;
    const piece = withoutSpace(node.data);
    if (piece === "") continue;
    pieces.push({ node, from: text.length, text: piece });
    text += piece;
  }
  const readings = [quote, quote.replace(/^- /gm, "")].map(withoutSpace);
  const wanted = readings.find((reading) => reading !== "" && text.includes(reading));
  if (wanted === undefined) return null;
  const start = text.indexOf(wanted);
  const range = document.createRange();
  const [first, last] = [placeOf(start), placeOf(start + wanted.length - 1)];
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;

  /**
   * @param {number} index in the text without white space
   * @returns {Place}
   */
  function placeOf(index) {
    const piece = /** @type {typeof pieces[number]} */ (pieces.findLast(({ from }) => from <= index));
    return { node: piece.node, offset: offsetOf(piece.node.data, index - piece.from) };
  }
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {number} where the character stands that `count` others, white space aside, stand before
 */
export function offsetOf(text, count) {
  let left = count;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (isSpace(text.charAt(offset))) continue;
    if (left === 0) return offset;
    left -= 1;
  }
  return text.length;
}

/**
 * @param {string} text
 * @returns {string}
 */
function withoutSpace(text) {
  return text.replace(/[\s\u200b\u00ad]+/g, "");
}

/**
 * @param {string} character
 * @returns {boolean}
 */
function isSpace(character) {
  return /[\s\u200b\u00ad]/.test(character);
}
