/**
 * The boards' records, as the service serves them at /api/v1/sites; see docs/contracts.md.
 *
 * Patterns are regular expressions over path and query, null where a board has no such pages.
 */

import { BadDocument, Field } from "./field.js";

/**
 * Where a posting's parts stand: CSS selectors, the most exact first.
 *
 * @typedef {{ title: string[], company: string[], location: string[], description: string[], link: string[] }} PostingParts
 *   `link` leads to the posting that stands open beside a list whose page keeps its own address
 */

/**
 * Where a list's cards are, and a card's parts; "" where there is none.
 *
 * @typedef {object} Card
 * @property {string} item
 * @property {string} title
 * @property {string} link
 * @property {string} company
 * @property {string} location
 * @property {string} text
 * @property {string} badge
 * @property {string} number an attribute that ends in the posting's number, for cards without a link
 * @property {string} address what that number makes the posting's address when put behind it
 */

/**
 * @typedef {object} Site
 * @property {string} id
 * @property {string} name
 * @property {string[]} hosts a leading "*." stands for every subdomain and none
 * @property {RegExp | null} postings
 * @property {RegExp | null} lists
 * @property {RegExp | null} listTitle what the title of a list's page must match
 * @property {PostingParts} posting
 * @property {Card | null} card
 */

/**
 * @param {unknown} document what the service answered, parsed
 * @returns {Site[]}
 * @throws {BadDocument} a field is missing or of another kind
 */
export function readSites(document) {
  return new Field(document, "document").at("sites").list(readSite);
}

/**
 * @param {Field} field
 * @returns {Site}
 */
function readSite(field) {
  const posting = field.at("posting");
  return {
    id: field.at("id").text(),
    name: field.at("name").text(),
    hosts: texts(field.at("hosts")),
    postings: pattern(field.at("postings")),
    lists: pattern(field.at("lists")),
    listTitle: pattern(field.at("list_title")),
    posting: {
      title: selectors(posting.at("title")),
      company: selectors(posting.at("company")),
      location: selectors(posting.at("location")),
      description: selectors(posting.at("description")),
      link: posting.at("link").value === undefined ? [] : selectors(posting.at("link")), // of an older service
    },
    card: field.at("card").value === null ? null : readCard(field.at("card")),
  };
}

/**
 * @param {Field} field
 * @returns {Card}
 */
function readCard(field) {
  return {
    item: selector(field.at("item")),
    title: selector(field.at("title")),
    link: selector(field.at("link")),
    company: selector(field.at("company")),
    location: selector(field.at("location")),
    text: selector(field.at("text")),
    badge: selector(field.at("badge")),
    number: textOrNone(field.at("number")),
    address: textOrNone(field.at("address")),
  };
}

/**
 * @param {Field} field
 * @returns {string} "" where an older service has none
 */
function textOrNone(field) {
  return field.value === undefined ? "" : field.text();
}

/**
 * @param {Field} field
 * @returns {string[]}
 */
function texts(field) {
  return field.list((item) => item.text());
}

/**
 * @param {Field} field
 * @returns {string[]}
 */
function selectors(field) {
  return field.list(selector);
}

/**
 * @param {Field} field
 * @returns {string} a selector this browser knows, or ""
 */
function selector(field) {
  const text = field.text();
  if (text === "" || globalThis.document === undefined) return text; // the worker has no document
  try {
    globalThis.document.createDocumentFragment().querySelector(text);
  } catch {
    throw new BadDocument(field.path);
  }
  return text;
}

/**
 * @param {Field} field
 * @returns {RegExp | null}
 */
function pattern(field) {
  const text = field.text();
  if (text === "") return null;
  try {
    return new RegExp(text);
  } catch {
    throw new BadDocument(field.path);
  }
}
