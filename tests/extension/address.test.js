import assert from "node:assert/strict";
import { test } from "node:test";

import { readAddress } from "../../extension/settings/address.js";

const taken = {
  "http://127.0.0.1:8765": "http://127.0.0.1:8765",
  "  http://localhost:8765/  ": "http://localhost:8765",
  "http://[::1]:9000": "http://[::1]:9000",
  "https://127.0.0.1": "https://127.0.0.1",
  "localhost:8765": "http://localhost:8765",
  "127.0.0.1": "http://127.0.0.1",
  "HTTP://LOCALHOST:80": "http://localhost",
};

for (const [typed, address] of Object.entries(taken)) {
  test(`"${typed}" is taken as ${address}`, () => {
    assert.deepEqual(readAddress(typed), { address });
  });
}

const refused = {
  "": "not_an_address",
  "http://": "not_an_address",
  "http://127.0.0.1:99999": "not_an_address",
  "ftp://127.0.0.1": "not_http",
  "file:///etc/passwd": "not_http",
  "javascript://127.0.0.1/%0aalert(1)": "not_http",
  "http://example.org:8765": "not_this_machine",
  "http://localhost.example.org": "not_this_machine",
  "http://127.0.0.1.example.org": "not_this_machine",
  "http://localhost@example.org": "not_this_machine",
  "http://0.0.0.0:8765": "not_this_machine",
  "http://192.168.1.5:8765": "not_this_machine",
  "http://[::ffff:7f00:1]": "not_this_machine",
  "http://ada:secret@localhost": "more_than_an_address",
  "http://localhost:8765/api": "more_than_an_address",
  "http://localhost:8765/?a=b": "more_than_an_address",
};

for (const [typed, fault] of Object.entries(refused)) {
  test(`"${typed}" is refused as ${fault}`, () => {
    assert.deepEqual(readAddress(typed), { fault });
  });
}

test("another spelling of 127.0.0.1 is taken as 127.0.0.1", () => {
  assert.deepEqual(readAddress("http://0x7f.1:8765"), { address: "http://127.0.0.1:8765" });
});
