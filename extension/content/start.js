// Content scripts cannot be modules themselves, so this one loads the module that does the work.
void import(chrome.runtime.getURL("content/main.js"));
