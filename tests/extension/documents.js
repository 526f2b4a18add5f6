/** @returns an analysis as docs/contracts.md describes it, for each test to change as it likes */
export function analysisDocument() {
  return {
    id: "0b6f",
    created_at: "2026-11-23T20:00:00Z",
    posting: { title: "Baker", language: "en", text: "We are async-first." },
    report: {
      position: "async_first",
      label: "Async-first",
      score: 0.6,
      confidence: 0.8,
      signals: [
        {
          rule: "claim-async-first",
          aspect: "claim",
          direction: "async",
          weight: 3,
          why: "The company says so.",
          evidence: {
            quote: "We are async-first.",
            start: 0,
            end: 19,
            found_start: 7,
            found_end: 18,
            source: "posting",
          },
        },
      ],
      contradictions: [],
      questions: [{ text: "How are decisions made?", aspect: null }],
      rulebook: "3f9c",
    },
  };
}
