/**
 * On the service's page Connect: hands the code on it to the background part, and tells the page how
 * that went. No module, for content scripts cannot be; it imports nothing.
 */
void (async () => {
  const page = document.documentElement;
  const code = document.querySelector('meta[name="syncline-pairing-code"]')?.getAttribute("content");
  if (!code) return;
  page.dataset["pairing"] = "working";
  const request = { type: "pair", code };
  // A background part that dies amid its work starts anew, and finds what it had stored.
  const ask = () => chrome.runtime.sendMessage(request);
  const answer = await ask().catch(ask).catch(() => null);
  if (answer?.state === "paired") location.replace("/connect/paired");
  else page.dataset["pairing"] = ["already", "elsewhere"].includes(answer?.state) ? answer.state : "failed";
})();
