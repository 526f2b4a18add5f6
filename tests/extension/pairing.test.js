import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";

import { isOwnConnect } from "../../extension/background/doors.js";
import { nameOf, pair } from "../../extension/background/pairing.js";
import { readPairings } from "../../extension/background/pairings.js";

const GIVEN = { code: "ABCD-EFGH", name: "Chromium on Linux" };
const HEALTH = { status: "ok", version: "0.1.0", api: 1, paired: false };

/** @returns a service whose health is `health` and which answers a code with `status` and `document` */
async function service(t, health, status, document) {
  const bodies = [];
  const server = createServer(async (request, response) => {
    const isHealth = request.url === "/api/v1/health";
    bodies.push((await request.toArray()).join(""));
    response.writeHead(isHealth ? 200 : status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(isHealth ? health : document));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  t.after(() => server.closeAllConnections());
  return { bodies, at: { address: `http://127.0.0.1:${server.address().port}`, token: null } };
}

test("a right code is answered with a token, which no page sees", async (t) => {
  const { at, bodies } = await service(t, HEALTH, 201, { token: "secret" });
  assert.deepEqual(await pair(at, GIVEN), { answer: { state: "paired" }, token: "secret" });
  assert.deepEqual(JSON.parse(bodies[1]), GIVEN);
});

test("a wrong code is called that", async (t) => {
  const { at } = await service(t, HEALTH, 403, { kind: "pairing_code", detail: "wrong" });
  assert.deepEqual(await pair(at, GIVEN), { answer: { state: "wrong_code" }, token: null });
});

test("a browser that is paired spends no code", async (t) => {
  const { at, bodies } = await service(t, { ...HEALTH, paired: true }, 201, { token: "another" });
  assert.deepEqual(await pair({ ...at, token: "secret" }, GIVEN), { answer: { state: "already" }, token: null });
  assert.equal(bodies.length, 1);
});

test("an outdated service is given no code", async (t) => {
  const { at, bodies } = await service(t, { status: "ok", version: "0.0.9" }, 201, { token: "secret" });
  assert.deepEqual(await pair(at, GIVEN), { answer: { state: "outdated", version: "0.0.9" }, token: null });
  assert.equal(bodies.length, 1);
});

test("an answer without a token is a failure", async (t) => {
  const { at } = await service(t, HEALTH, 201, { token: 7 });
  const { answer, token } = await pair(at, GIVEN);
  assert.deepEqual([answer.state, token], ["error", null]);
});

for (const [browser, name] of [
  [{ brands: [{ brand: "Not?A_Brand" }, { brand: "Chromium" }], userAgent: "", os: "linux" }, "Chromium on Linux"],
  [{ brands: [{ brand: "Chromium" }, { brand: "Microsoft Edge" }], userAgent: "", os: "win" }, "Microsoft Edge on Windows"],
  [{ userAgent: "Mozilla/5.0 Gecko/20100101 Firefox/140.0", os: "mac" }, "Firefox on macOS"],
  [{ userAgent: "", os: "plan9" }, "A browser on plan9"],
]) {
  test(`a browser calls itself ${name}`, () => assert.equal(nameOf(browser), name));
}

test("a code is taken from the page of the service in the settings only", () => {
  const address = "http://127.0.0.1:8765";
  assert.equal(isOwnConnect("http://127.0.0.1:8765/connect", address), true);
  assert.equal(isOwnConnect("http://localhost:8765/connect", address), true);
  assert.equal(isOwnConnect("http://127.0.0.1:9000/connect", address), false);
  assert.equal(isOwnConnect(undefined, address), false);
});

test("of what is stored only tokens are read", () => {
  assert.deepEqual(readPairings({ "http://localhost": "secret", "http://127.0.0.1": 7 }), { "http://localhost": "secret" });
  assert.deepEqual(readPairings("nonsense"), {});
  assert.deepEqual(readPairings(null), {});
});
