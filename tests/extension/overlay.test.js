import assert from "node:assert/strict";
import { test } from "node:test";

import { overlayShift } from "../../extension/badge/overlay.js";

const SIZE = { width: 100, height: 20 };

const TEXT = { end: 0, middle: -7, bottom: 7 };

test("beside the text where there is room, in the middle of its letters", () => {
  assert.deepEqual(overlayShift(TEXT, 50, 400, SIZE), { x: 8, y: -17, isBeside: true });
});

test("under the text's end, at the far edge, where there is none", () => {
  assert.deepEqual(overlayShift(TEXT, 350, 400, SIZE), { x: -50, y: 7, isBeside: false });
});

test("at the near edge of a room that is too narrow for it", () => {
  assert.deepEqual(overlayShift(TEXT, 60, 80, SIZE), { x: -60, y: 7, isBeside: false });
});

test("beside a text that ends elsewhere than where the host stands", () => {
  assert.deepEqual(overlayShift({ ...TEXT, end: 200 }, 50, 400, SIZE), { x: 208, y: -17, isBeside: true });
});

test("under a text that ends too far along the line", () => {
  assert.deepEqual(overlayShift({ ...TEXT, end: 300 }, 50, 400, SIZE), { x: 250, y: 7, isBeside: false });
});
