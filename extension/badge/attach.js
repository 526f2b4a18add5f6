/** Puts the badge beside a title. */

export const HOST = "syncline-badge";

/**
 * Puts `host` at the end of the title, or behind it where it would be cut off or be part of a link.
 *
 * @param {HTMLElement} host
 * @param {Element} title
 */
export function attach(host, title) {
  // A badge left by an extension that was reloaded since, or one that the page made up.
  for (const other of document.querySelectorAll(HOST)) if (other !== host) other.remove();
  const control = title.closest("a, button, summary, label");
  if (control) control.after(host);
  else if (cutsOff(title)) title.after(host);
  else title.append(host);
}

/**
 * @param {Element} element
 * @returns {boolean} whether what does not fit into it is hidden
 */
export function cutsOff(element) {
  return getComputedStyle(element).overflow !== "visible";
}
