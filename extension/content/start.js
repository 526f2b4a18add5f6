// The background part may sleep: it is woken while the page is still coming. Nobody answers this.
void chrome.runtime.sendMessage({ type: "wake" }).catch(() => {});

// Content scripts cannot be modules themselves, so this one loads the modules that do the work: all
// at once, while the page is still coming, for the browser would find them one after another.
for (const module of [
  "badge/style",
  "badge/attach",
  "badge/badge",
  "badge/dom",
  "badge/ending",
  "badge/overlay",
  "badge/pill",
  "badge/placing",
  "badge/scale",
  "content/ask",
  "content/description",
  "content/lists",
  "content/main",
  "content/readiness",
  "content/sites",
  "content/snapshot",
  "content/structured",
  "content/title",
  "content/watch",
  "contract/field",
  "contract/page",
  "contract/positions",
  "contract/sites",
  "features/posting-badge",
  "features/posting-reader",
  "say",
  "stored",
]) {
  void import(chrome.runtime.getURL(`${module}.js`));
}
