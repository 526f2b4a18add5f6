import assert from "node:assert/strict";
import { test } from "node:test";

import { readRequest } from "../../extension/contract/messages.js";
import { LONGEST_PAGE } from "../../extension/contract/page.js";

const page = { type: "analyse", url: "https://jobs.example/1", html: "<h1>Baker</h1>" };

test("a page is let through, with nothing else that came along", () => {
  assert.deepEqual(readRequest({ ...page, address: "http://example.org" }), page);
});

test("a connection test and a wish for the settings are let through", () => {
  const check = { type: "check", address: "http://localhost" };
  assert.deepEqual(readRequest(check), check);
  assert.deepEqual(readRequest({ type: "options" }), { type: "options" });
});

test("a pairing code and a wish for the page Connect are let through", () => {
  assert.deepEqual(readRequest({ type: "pair", code: "ABCD-EFGH", token: "x" }), { type: "pair", code: "ABCD-EFGH" });
  assert.deepEqual(readRequest({ type: "connect" }), { type: "connect" });
});

for (const [name, value] of [
  ["nothing", undefined],
  ["null", null],
  ["a text", "analyse"],
  ["another type", { ...page, type: "fetch" }],
  ["a page without HTML", { type: "analyse", url: page.url }],
  ["an address that is none", { ...page, url: "not an address" }],
  ["a page that is too long", { ...page, html: "x".repeat(LONGEST_PAGE + 1) }],
  ["a pairing code that is none", { type: "pair", code: 7 }],
  ["a pairing code of a novel's length", { type: "pair", code: "x".repeat(101) }],
  ["a connection test without address", { type: "check" }],
]) {
  test(`${name} is no request`, () => assert.equal(readRequest(value), null));
}
