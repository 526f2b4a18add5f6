import assert from "node:assert/strict";
import { test } from "node:test";

import { placeBox } from "../../extension/badge/placing.js";

const ROOM = { width: 1000, height: 700 };
const SIZE = { width: 400, height: 300 };
const pillAt = (left, top) => ({ left, right: left + 150, top, bottom: top + 28 });

test("the panel opens below the pill, at its left edge", () => {
  assert.deepEqual(placeBox(pillAt(200, 100), SIZE, ROOM, false), { left: 200, top: 136, height: 300 });
});

test("it opens above where there is more room", () => {
  assert.deepEqual(placeBox(pillAt(200, 600), SIZE, ROOM, false), { left: 200, top: 292, height: 300 });
});

test("a long panel takes the room there is instead of covering the pill", () => {
  const long = { width: 400, height: 2000 };
  assert.deepEqual(placeBox(pillAt(200, 200), long, ROOM, false), { left: 200, top: 236, height: 456 });
});

test("it grows to its greatest height and no further", () => {
  const long = { width: 400, height: 2000 };
  assert.equal(placeBox(pillAt(200, 20), long, ROOM, false).height, 560);
});

test("it is moved in from the window's edge", () => {
  assert.equal(placeBox(pillAt(900, 100), SIZE, ROOM, false).left, 592);
});

test("in a text from right to left it keeps to the pill's right edge", () => {
  assert.equal(placeBox(pillAt(600, 100), SIZE, ROOM, true).left, 350);
});

test("in a window too small for it, its beginning is what one sees", () => {
  const tiny = { width: 300, height: 160 };
  assert.deepEqual(placeBox(pillAt(0, 10), SIZE, tiny, false), { left: 8, top: 8, height: 160 });
});

test("a pill that was scrolled away leaves the panel in the window", () => {
  assert.deepEqual(placeBox(pillAt(200, -500), SIZE, ROOM, false), { left: 200, top: 8, height: 300 });
  assert.deepEqual(placeBox(pillAt(200, 1500), SIZE, ROOM, false), { left: 200, top: 392, height: 300 });
});
