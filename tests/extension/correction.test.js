import assert from "node:assert/strict";
import { test } from "node:test";

import { LONGEST_NOTE, readCorrection } from "../../extension/contract/correction.js";

const NOTHING = { position: null, rule: null, start: null, end: null, note: "" };

test("a right position is a correction", () => {
  assert.deepEqual(readCorrection({ position: "hybrid" }), { ...NOTHING, position: "hybrid" });
});

test("a wrong quote is named by its rule and place", () => {
  const quote = { rule: "meetings-standup", start: 3, end: 9 };
  assert.deepEqual(readCorrection(quote), { ...NOTHING, ...quote });
});

test("a quote without its place is left out", () => {
  assert.deepEqual(readCorrection({ rule: "x", start: 3, note: "why" }), { ...NOTHING, note: "why" });
});

test("a note is cut to what the service takes", () => {
  assert.equal(readCorrection({ note: "x".repeat(LONGEST_NOTE + 1) })?.note.length, LONGEST_NOTE);
});

for (const [name, value] of [
  ["no object", "hybrid"],
  ["nothing chosen", { position: "", note: " " }],
  ["a position that there is not", { position: "lunch" }],
]) {
  test(`${name} is no correction`, () => assert.equal(readCorrection(value), null));
}
