import assert from "node:assert/strict";
import { test } from "node:test";

import { cutQuote } from "../../extension/badge/quote.js";

const cut = (quote, start, found_start, found_end) => cutQuote({ quote, start, found_start, found_end });

test("the found words are cut out of the quote", () => {
  assert.deepEqual(cut("We are async-first.", 100, 107, 118), {
    before: "We are ",
    found: "async-first",
    after: ".",
  });
});

test("offsets count code points, so an emoji before the words moves nothing", () => {
  assert.equal(cut("🧭🗺️ We are async-first.", 10, 21, 32).found, "async-first");
});

test("an emoji among the found words stays whole", () => {
  assert.deepEqual(cut("a 😀 b", 0, 2, 3), { before: "a ", found: "😀", after: " b" });
});

test("a quote that is found as a whole has nothing around it", () => {
  assert.deepEqual(cut("Dispatcher", 0, 0, 10), { before: "", found: "Dispatcher", after: "" });
});

for (const [name, from, to] of [
  ["before the quote", 3, 8],
  ["behind the quote", 12, 40],
  ["empty", 12, 12],
  ["the wrong way round", 14, 12],
]) {
  test(`nothing is marked where the offsets are ${name}`, () => {
    assert.deepEqual(cut("one two", 10, from, to), { before: "one two", found: "", after: "" });
  });
}
