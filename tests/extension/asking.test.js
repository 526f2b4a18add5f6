import assert from "node:assert/strict";
import { test } from "node:test";

import { mayAsk } from "../../extension/background/asking.js";

const OWN = { id: "syncline", url: "chrome-extension://syncline/" };
const TAB = { id: "syncline", url: "https://jobs.example/list" };
const OPTIONS_PAGE = { id: "syncline", url: "chrome-extension://syncline/options/options.html" };
const CHECK = { type: "check", address: "http://localhost" };
const about = (url) => ({ type: "analyse", url, html: "" });

test("a tab may ask about its own page", () => {
  assert.equal(mayAsk(about("https://jobs.example/1"), TAB, OWN), true);
});

test("a tab may not ask about another site's page", () => {
  assert.equal(mayAsk(about("https://bank.example/1"), TAB, OWN), false);
  assert.equal(mayAsk(about("http://jobs.example/1"), TAB, OWN), false);
});

test("another extension may ask for nothing", () => {
  assert.equal(mayAsk(about("https://jobs.example/1"), { ...TAB, id: "other" }, OWN), false);
});

test("a sender without an address may ask for nothing", () => {
  assert.equal(mayAsk({ type: "options" }, { id: "syncline" }, OWN), false);
});

test("only the extension's own pages may test a connection", () => {
  assert.equal(mayAsk(CHECK, OPTIONS_PAGE, OWN), true);
  assert.equal(mayAsk(CHECK, TAB, OWN), false);
  assert.equal(mayAsk(CHECK, { ...TAB, url: "chrome-extension://other/" }, OWN), false);
});

test("a tab may ask for the settings to be opened", () => {
  assert.equal(mayAsk({ type: "options" }, TAB, OWN), true);
});

for (const [page, may] of [
  ["http://127.0.0.1:8765/connect", true],
  ["http://localhost:9000/connect", true],
  ["http://localhost:8765/other", false],
  ["https://jobs.example/connect", false],
  ["http://127.0.0.1.evil.example/connect", false],
  [OWN.url + "welcome/welcome.html", true],
]) {
  test(`${page} ${may ? "may" : "may not"} bring a pairing code`, () => {
    assert.equal(mayAsk({ type: "pair", code: "ABCD" }, { id: "syncline", url: page }, OWN), may);
  });
}

test("a tab may ask for the page Connect to be opened", () => {
  assert.equal(mayAsk({ type: "connect" }, TAB, OWN), true);
});
