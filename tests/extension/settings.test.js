import assert from "node:assert/strict";
import { test } from "node:test";

import { DEFAULT_ADDRESS } from "../../extension/settings/address.js";
import { readSettings } from "../../extension/settings/settings.js";

test("a stored address is used", () => {
  assert.deepEqual(readSettings({ version: 1, address: "http://localhost:9000" }), {
    address: "http://localhost:9000",
  });
});

const unusable = [
  ["nothing", undefined],
  ["a text", "http://localhost:9000"],
  ["settings of a newer extension", { version: 2, address: "http://localhost:9000" }],
  ["an address that is no text", { version: 1, address: 9000 }],
  ["an address elsewhere", { version: 1, address: "http://example.org" }],
];

for (const [name, stored] of unusable) {
  test(`the default address is used where ${name} is stored`, () => {
    assert.deepEqual(readSettings(stored), { address: DEFAULT_ADDRESS });
  });
}
