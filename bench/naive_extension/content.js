// The naive way: every mutation is handled at once, all of it, and the whole document is sent.

const OWN = "naive-badge";

/**
 * @param {Element} beside
 * @param {string} position
 */
function show(beside, position) {
  const badge = document.createElement(OWN);
  badge.dataset.position = position;
  badge.textContent = position;
  beside.append(badge);
}

async function readPosting() {
  const html = document.documentElement.outerHTML;
  const answer = await chrome.runtime.sendMessage({ path: "analyses", document: { url: location.href, html } });
  const title = document.querySelector("h1");
  if (!title || !answer?.report) return;
  for (const old of title.querySelectorAll(OWN)) old.remove();
  show(title, answer.report.position);
}

async function readCards() {
  for (const card of document.querySelectorAll("li.new-listing-container")) {
    if (card.querySelector(OWN) || card.dataset.asked) continue;
    card.dataset.asked = "yes";
    const cards = [{ url: card.querySelector("a").href, title: card.querySelector("h3").innerText, text: card.innerText }];
    void chrome.runtime.sendMessage({ path: "analyses/batch", document: { cards } }).then((answer) => {
      const [verdict] = answer?.verdicts ?? [];
      if (verdict) show(card.querySelector("h3"), verdict.position);
    });
  }
}

const read = location.pathname.startsWith("/p/") ? readPosting : readCards;

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    if ([...addedNodes].some((node) => node.nodeName.toLowerCase() !== OWN)) void read();
  }
}).observe(document, { childList: true, subtree: true, characterData: true });
void read();
