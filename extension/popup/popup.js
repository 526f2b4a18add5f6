/** Behind the toolbar button: what the page in view says, on any site, and the filter for lists. */

/** @import { Actions, Shown } from "../badge/badge.js" */

import { fillPanel } from "../badge/panel.js";
import { element } from "../badge/dom.js";
import { ask } from "../content/ask.js";
import { loadSites, siteOfPosting } from "../content/sites.js";
import { takeSnapshot } from "../content/snapshot.js";
import { offerAccess } from "../settings/access.js";
import { fillTexts, find } from "../settings/page.js";
import { FILTER, FILTERS, readFilter } from "../stored.js";
import { say } from "../say.js";

const NO_PARTS = { title: [], company: [], location: [], description: [], link: [] };

const report = find("#report", HTMLElement);
const filter = find("#filter", HTMLSelectElement);

/** @returns {Promise<number | undefined>} the tab in view; `?tab=` names one for a window of its own */
async function tabInView() {
  const named = new URLSearchParams(location.search).get("tab");
  if (named !== null) return Number(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/**
 * Reads the tab's page: clicking the toolbar button allows that for this page, until it is left.
 *
 * @param {number} tabId
 * @returns {Promise<{ url: string, html: string } | null>} null where the browser lets nobody read
 */
async function readTab(tabId) {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () => ({ url: location.href, html: document.documentElement.outerHTML }),
    });
    return result?.result ?? null;
  } catch {
    return null; // the browser's own pages, its store, a file
  }
}

async function show() {
  tell({ state: "loading" });
  const tab = await tabInView();
  const page = tab === undefined ? null : await readTab(tab);
  if (page === null) return tell({ state: "not_a_posting", kind: "unreadable", detail: "" });
  const site = siteOfPosting(await loadSites(), new URL(page.url));
  const parsed = new DOMParser().parseFromString(page.html, "text/html");
  const html = takeSnapshot(parsed, site?.posting ?? NO_PARTS);
  if (html === null) return tell({ state: "not_a_posting", kind: "too_large", detail: "" });
  const answer = await ask({ type: "analyse", url: page.url, html });
  tell(answer ?? { state: "error", reason: "no_answer", detail: "" });
}

/** @param {Shown} shown */
function tell(shown) {
  report.dataset["state"] = shown.state;
  /** @type {Actions["correct"]} */
  const correct = (id, correction) => ask({ type: "correct", id, correction });
  fillPanel(report, shown, { retry: () => void show(), connect: openConnect, correct });
}

function openConnect() {
  void ask({ type: "connect" }).then(() => window.close());
}

fillTexts("name");
offerAccess(find("#access", HTMLElement));
filter.append(...FILTERS.map((name) => element("option", { value: name }, say(`filter_${name}`))));
filter.value = readFilter((await chrome.storage.local.get(FILTER))[FILTER]);
filter.addEventListener("change", () => void chrome.storage.local.set({ [FILTER]: filter.value }));
find("#settings", HTMLButtonElement).addEventListener("click", () => void chrome.runtime.openOptionsPage());
await show();
