/** Decides which addresses the extension may send pages to: this machine's own, and no other. */

export const DEFAULT_ADDRESS = "http://127.0.0.1:8765";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** @typedef {"not_an_address" | "not_http" | "not_this_machine" | "more_than_an_address"} AddressFault */

/**
 * @param {string} text what a person typed, such as "localhost:8765/"
 * @returns {{ address: string } | { fault: AddressFault }} the address without a closing slash, or
 *   what is wrong with it
 */
export function readAddress(text) {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (typed === "" || !URL.canParse(whole)) return { fault: "not_an_address" };
  const url = new URL(whole);
  if (url.protocol !== "http:" && url.protocol !== "https:") return { fault: "not_http" };
  if (!LOOPBACK.has(url.hostname)) return { fault: "not_this_machine" };
  const extra = url.username || url.password || url.search || url.hash;
  if (extra || url.pathname !== "/") return { fault: "more_than_an_address" };
  return { address: url.origin };
}
