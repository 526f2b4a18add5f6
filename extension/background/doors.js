/** Opens pages in tabs of their own: what to do first, and the service's page Connect. */

/** Opens the first steps once, when the extension was installed; to be called as the worker starts. */
export function welcomeOnce() {
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void openWelcome();
  });
}

export async function openWelcome() {
  await chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
}

/**
 * @param {string} address of the service
 * @returns {Promise<void>}
 */
export async function openConnect(address) {
  await chrome.tabs.create({ url: `${address}/connect` });
}

/**
 * @param {string | undefined} page the address of the page that hands over a code
 * @param {string} address of the service in the settings
 * @returns {boolean} whether the page may be of that service: another one's code is of no use to it
 */
export function isOwnConnect(page, address) {
  if (page === undefined) return false;
  const { protocol, port } = new URL(page);
  const own = new URL(address);
  return protocol === own.protocol && port === own.port;
}
