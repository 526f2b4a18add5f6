/** Who may ask the background part for what. */

/** @import { Request } from "../contract/messages.js" */

/**
 * @param {Request} request
 * @param {{ id?: string | undefined, url?: string | undefined }} sender as the browser states it
 * @param {{ id: string, url: string }} own the extension's id and the address of its own files
 * @returns {boolean} true for a tab that asks about its own page, and for the extension's own
 *   pages: the popup asks about the tab it was opened over
 */
export function mayAsk(request, sender, own) {
  if (sender.id !== own.id || sender.url === undefined) return false;
  const origin = originOf(sender.url);
  if (request.type === "check") return origin === originOf(own.url);
  if (request.type === "pair") return origin === originOf(own.url) || isConnectPage(sender.url);
  // What these are about stands in the request itself; an analysis' id is known only to who asked for it.
  if (request.type === "cards" || request.type === "correct") return true;
  if (request.type === "options" || request.type === "connect" || origin === originOf(own.url)) return true;
  return origin === originOf(request.url);
}

/**
 * @param {string} url
 * @returns {boolean} whether it is the page Connect of a service on this machine
 */
function isConnectPage(url) {
  const { hostname, pathname } = new URL(url);
  return ["127.0.0.1", "localhost"].includes(hostname) && pathname === "/connect";
}

/**
 * @param {string} url
 * @returns {string} scheme and host; `URL.origin` is "null" for extensions in some browsers
 */
function originOf(url) {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
