import assert from "node:assert/strict";
import { test } from "node:test";

import { overlayShift } from "../../extension/badge/overlay.js";

const SIZE = { width: 100, height: 20 };

test("beside the text where there is room, in the middle of its letters", () => {
  assert.deepEqual(overlayShift({ start: 50, letters: 20 }, 400, SIZE), { x: 8, y: -17, isBeside: true });
});

test("under the text's end, at the far edge, where there is none", () => {
  assert.deepEqual(overlayShift({ start: 350, letters: 20 }, 400, SIZE), { x: -50, y: 7, isBeside: false });
});

test("at the near edge of a room that is too narrow for it", () => {
  assert.deepEqual(overlayShift({ start: 60, letters: 20 }, 80, SIZE), { x: -60, y: 7, isBeside: false });
});
