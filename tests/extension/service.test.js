import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";

import { analyse, check, correct } from "../../extension/background/service.js";
import { analysisDocument } from "./documents.js";

const PAGE = { url: "https://jobs.example/1", html: "<h1>Baker</h1>" };

/**
 * @returns the address of a server on loopback that answers each request by `answer`, until the
 *   test `t` ends
 */
async function serve(t, answer) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const at = (address, token = null) => ({ address, token });

const json = (status, document) => (_request, response) => {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(document));
};

test("a page is posted as JSON, without cookies", async (t) => {
  let seen;
  const address = await serve(t, async (request, response) => {
    const body = (await request.toArray()).join("");
    seen = { path: request.url, type: request.headers["content-type"], cookie: request.headers.cookie, body };
    json(201, analysisDocument())(request, response);
  });
  await analyse(at(address), PAGE);
  assert.deepEqual({ ...seen, body: JSON.parse(seen.body) }, {
    path: "/api/v1/analyses",
    type: "application/json",
    cookie: undefined,
    body: PAGE,
  });
});

test("an analysis comes with the address of its own page", async (t) => {
  const address = await serve(t, json(200, { ...analysisDocument(), id: "a/../b?" }));
  const answer = await analyse(at(address), PAGE);
  assert.equal(answer.state, "ready");
  assert.equal(answer.report, `${address}/analyses/a%2F..%2Fb%3F`);
});

test("a page that is no posting is told from a failure by its kind", async (t) => {
  const address = await serve(t, json(422, { status: 422, detail: "a list", kind: "list" }));
  assert.deepEqual(await analyse(at(address), PAGE), { state: "not_a_posting", kind: "list", detail: "a list" });
});

test("what the service refuses is told in its own words", async (t) => {
  const address = await serve(t, json(500, { title: "Internal error", detail: "the disk is full" }));
  const answer = await analyse(at(address), PAGE);
  assert.deepEqual(answer, { state: "error", reason: "refused", detail: "the disk is full" });
});

test("a document of another shape is not shown", async (t) => {
  const address = await serve(t, json(200, { id: "1" }));
  const answer = await analyse(at(address), PAGE);
  assert.equal(answer.reason, "not_syncline");
  assert.match(answer.detail, /analysis\.posting/);
});

test("another program at the address is not taken for Syncline", async (t) => {
  const address = await serve(t, (_request, response) => response.end("<h1>It works!</h1>"));
  assert.equal((await analyse(at(address), PAGE)).reason, "not_syncline");
  assert.equal((await check(at(address))).reason, "not_syncline");
});

test("a service that takes too long is given up", async (t) => {
  const address = await serve(t, () => undefined);
  assert.equal((await analyse(at(address), PAGE, 50)).reason, "timeout");
});

test("a service that stops amid its answer is given up", async (t) => {
  const address = await serve(t, (_request, response) => void response.write('{"id":'));
  assert.equal((await analyse(at(address), PAGE, 50)).reason, "timeout");
});

test("a page is not sent on to where a redirect points", async (t) => {
  let reached = false;
  const elsewhere = await serve(t, () => (reached = true));
  const address = await serve(t, (_request, response) => {
    response.writeHead(307, { Location: elsewhere }).end();
  });
  assert.equal((await analyse(at(address), PAGE)).state, "offline");
  assert.equal(reached, false);
});

test("nothing at the address means offline", async (t) => {
  const address = await serve(t, () => undefined);
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const silent = address.replace(/\d+$/, String(free.address().port));
  free.close();
  await once(free, "close");
  assert.deepEqual(await analyse(at(silent), PAGE), { state: "offline", address: silent });
  assert.deepEqual(await check(at(silent)), { state: "offline", address: silent });
});

test("a service that is well tells its version", async (t) => {
  const address = await serve(t, json(200, { status: "ok", version: "0.1.0", api: 1, paired: true }));
  assert.deepEqual(await check(at(address)), { state: "ready", version: "0.1.0", paired: true });
});

test("a service that is unwell says why", async (t) => {
  const address = await serve(t, json(503, { status: "failing", version: "0.1.0", detail: "the store is locked" }));
  assert.deepEqual(await check(at(address)), { state: "error", reason: "refused", detail: "the store is locked" });
});

for (const [name, health] of [
  ["without an API's number", {}],
  ["of an older API", { api: 0 }],
]) {
  test(`a service ${name} is outdated`, async (t) => {
    const address = await serve(t, json(200, { status: "ok", version: "0.0.9", ...health }));
    assert.deepEqual(await check(at(address)), { state: "outdated", version: "0.0.9" });
  });
}

test("the token of the pairing goes with every request", async (t) => {
  const seen = [];
  const address = await serve(t, (request, response) => {
    seen.push(request.headers.authorization);
    json(200, analysisDocument())(request, response);
  });
  await analyse(at(address, "secret"), PAGE);
  await check(at(address, "secret"));
  await analyse(at(address), PAGE);
  assert.deepEqual(seen, ["Bearer secret", "Bearer secret", undefined]);
});

test("a browser that the service does not know is told from a failure", async (t) => {
  const address = await serve(t, json(401, { status: 401, kind: "not_paired", detail: "not paired" }));
  assert.deepEqual(await analyse(at(address), PAGE), { state: "not_paired", address });
});

const CORRECTION = { position: "hybrid", rule: null, start: null, end: null, note: "" };

test("a correction is posted beside its analysis", async (t) => {
  let path;
  const address = await serve(t, (request, response) => {
    path = request.url;
    json(201, { id: "c1" })(request, response);
  });
  assert.deepEqual(await correct(at(address), "a/b", CORRECTION), { state: "ready" });
  assert.equal(path, "/api/v1/analyses/a%2Fb/corrections");
});

test("a service without a place for corrections is told quietly", async (t) => {
  const address = await serve(t, json(404, { title: "Not Found" }));
  assert.deepEqual(await correct(at(address), "a", CORRECTION), { state: "error", reason: "no_place", detail: "" });
});
