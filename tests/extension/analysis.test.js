import assert from "node:assert/strict";
import { test } from "node:test";

import { readAnalysis } from "../../extension/contract/analysis.js";
import { BadDocument } from "../../extension/contract/field.js";
import { analysisDocument } from "./documents.js";

test("a document is read", () => {
  const analysis = readAnalysis(analysisDocument());
  assert.equal(analysis.position, "async_first");
  assert.equal(analysis.language, "en");
  assert.deepEqual(analysis.questions, ["How are decisions made?"]);
  assert.equal(analysis.signals[0].evidence.quote, "We are async-first.");
});

test("a posting of unknown language has none", () => {
  const document = analysisDocument();
  document.posting.language = null;
  assert.equal(readAnalysis(document).language, "");
});

for (const [name, path, spoil] of [
  ["no object", "analysis", () => null],
  ["no report", "analysis.report", (d) => delete d.report && d],
  ["a position of a newer service", "analysis.report.position", (d) => ((d.report.position = "x"), d)],
  ["a confidence in words", "analysis.report.confidence", (d) => ((d.report.confidence = "high"), d)],
  ["signals that are no list", "analysis.report.signals", (d) => ((d.report.signals = {}), d)],
  [
    "a signal without a quote",
    "analysis.report.signals[0].evidence.quote",
    (d) => delete d.report.signals[0].evidence.quote && d,
  ],
]) {
  test(`a document with ${name} is refused, naming ${path}`, () => {
    const read = () => readAnalysis(spoil(analysisDocument()));
    assert.throws(read, (error) => error instanceof BadDocument && error.message.includes(`${path} `));
  });
}
