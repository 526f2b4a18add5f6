import assert from "node:assert/strict";
import { test } from "node:test";

import { offsetOf } from "../../extension/content/finding.js";

test("white space is not counted", () => {
  assert.equal(offsetOf("a b\u00a0c", 2), 4);
  assert.equal(offsetOf("  ab", 0), 2);
});

test("beyond the end is the end", () => assert.equal(offsetOf("ab", 5), 2));
