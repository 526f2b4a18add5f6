/** Reads the cards of a list as a board's record describes them. */

/** @import { Card } from "../contract/sites.js" */
/** @import { CardText } from "../contract/cards.js" */

/** Characters of a card without a link or number that tell it from others. */
const LONGEST_KEY = 500;

/**
 * @param {Element} card
 * @param {Card} parts
 * @returns {string} what the card stands for now: lists that recycle their elements change it
 */
export function cardKey(card, parts) {
  const number = numberOf(card, parts);
  if (number !== "") return number; // links may lead somewhere else at every redraw
  return find(card, parts.link)?.getAttribute("href") ?? textOf(card).slice(0, LONGEST_KEY);
}

/**
 * @param {Element} card
 * @param {Card} parts
 * @returns {CardText}
 */
export function readCardText(card, parts) {
  const link = find(card, parts.link);
  return {
    url: link instanceof HTMLAnchorElement ? link.href : addressOf(card, parts),
    title: textOf(find(card, parts.title)).slice(0, 200),
    company: textOf(find(card, parts.company)),
    location: textOf(find(card, parts.location)),
    text: linesOf(parts.text === "" ? card : (find(card, parts.text) ?? card)),
  };
}

/**
 * @param {Element} card
 * @param {Card} parts
 * @returns {Element | null} what the card's badge goes behind
 */
export function badgePlace(card, parts) {
  return find(card, parts.badge) ?? find(card, parts.title);
}

/**
 * @param {Element} card
 * @param {Card} parts
 * @returns {string} the posting's address, "" where the card does not tell it
 */
function addressOf(card, parts) {
  const number = numberOf(card, parts);
  return number === "" ? "" : parts.address + number;
}

/**
 * @param {Element} card
 * @param {Card} parts
 * @returns {string} the posting's number, "" where there is none
 */
function numberOf(card, { number }) {
  return (number !== "" && /\d+$/.exec(card.getAttribute(number) ?? "")?.[0]) || "";
}

/**
 * @param {Element} card
 * @param {string} selector
 * @returns {Element | null}
 */
function find(card, selector) {
  if (selector === "") return null;
  return card.matches(selector) ? card : card.querySelector(selector);
}

/**
 * @param {Element | null} element
 * @returns {string} its text, white space folded
 */
function textOf(element) {
  return (element?.textContent ?? "").trim().replace(/\s+/g, " ");
}

/**
 * @param {Element} element
 * @returns {string} its texts, each on a line of its own, so that none runs into the next
 */
function linesOf(element) {
  const lines = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent?.closest("script, style, syncline-card")) continue;
    const line = (walker.currentNode.nodeValue ?? "").trim().replace(/\s+/g, " ");
    if (line !== "") lines.push(line);
  }
  return lines.join("\n").slice(0, 20_000);
}
