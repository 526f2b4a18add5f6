/** Reads a style sheet of the extension. */

/**
 * @param {string} path within the extension
 * @returns {Promise<string>}
 */
export async function loadStyle(path) {
  const response = await fetch(chrome.runtime.getURL(path));
  return response.text();
}
