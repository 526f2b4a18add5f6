import assert from "node:assert/strict";
import { test } from "node:test";

import { Field } from "../../extension/contract/field.js";
import { readHandbook, webAddress } from "../../extension/contract/handbook.js";

const read = (value) => readHandbook(new Field(value, "handbook"));

test("a finding is read with its address and quote", () => {
  const finding = { outcome: "public", url: "https://tern.example/handbook", evidence: "We write." };
  assert.deepEqual(read(finding), finding);
});

test("a finding without address or quote has empty ones", () => {
  assert.deepEqual(read({ outcome: "none_found", url: null, evidence: null }), {
    outcome: "none_found",
    url: "",
    evidence: "",
  });
});

for (const nothing of [null, undefined]) {
  test(`${nothing} means that nobody has looked`, () => assert.equal(read(nothing), null));
}

for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "handbook", "", 7]) {
  test(`${url} is no address to open`, () => assert.equal(webAddress(url), ""));
}
