"""Settles what two readers see differently: `bench.label_settle ask|take FILE [ONE OTHER INTO]`.

`ask` writes a JSON line for each span that only one reader marked and for each position they
differ on; who said what is not told. A third reader answers each line with `"keep": true` or
`false`, or with a `"position"`. `take` reads the answers and adds to bench/labels/settled.jsonl
what both marked, and what was kept of the rest. What was settled before is not asked again.

The readers are `a` and `b` unless others are named; `syncline` is what the rule book reads, so
that what it sees in ads with one label is judged by a second person.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench import labels
from bench.label_sample import postings_of
from bench.labels import LabelledAd, Span
from bench.readers import syncline
from signals.model import Position, Posting

_AROUND = 240
"""Characters of the ad shown before and after a disputed span."""


def agreed(one: LabelledAd, other: LabelledAd) -> tuple[Span, ...]:
    """The spans of `one` that `other` marked too, where they overlap."""
    return tuple(span for span in one.spans if _also_in(other, span))


def disputed(one: LabelledAd, other: LabelledAd) -> tuple[Span, ...]:
    """The spans that only one of the two marked, in their order."""
    alone = [span for span in one.spans if not _also_in(other, span)]
    alone += [span for span in other.spans if not _also_in(one, span)]
    return tuple(sorted(set(alone), key=lambda span: (span.start, span.end, span.aspect)))


def _also_in(ad: LabelledAd, span: Span) -> bool:
    return ad.marks(span.aspect, span.direction, span.start, span.end)


def questions(one: LabelledAd, other: LabelledAd, posting: Posting) -> Iterator[dict[str, Any]]:
    """Yield what a third reader has to decide of one ad."""
    text = posting.text
    for span in disputed(one, other):
        before, after = text[max(span.start - _AROUND, 0) : span.start], text[span.end :][:_AROUND]
        yield {
            "id": one.id,
            "span": [span.aspect, span.direction, span.start, span.end],
            "context": f"{before}[[{text[span.start : span.end]}]]{after}",
        }
    if one.position is not other.position:
        marked = [
            [span.aspect, span.direction, text[span.start : span.end]]
            for span in (*agreed(one, other), *disputed(one, other))
        ]
        yield {"id": one.id, "positions": sorted([one.position, other.position]), "signals": marked}


def settled(one: LabelledAd, other: LabelledAd, answers: list[dict[str, Any]]) -> LabelledAd:
    """Return the ad as settled by the answers to its questions.

    Raises:
        KeyError: a question has no answer.
    """
    kept = {tuple(answer["span"]) for answer in answers if answer.get("keep")}
    asked = {tuple(answer["span"]) for answer in answers if "keep" in answer}
    spans = list(agreed(one, other))
    for span in disputed(one, other):
        key = (span.aspect, span.direction, span.start, span.end)
        if key not in asked:
            raise KeyError(f"{one.id}: no answer on {key}")
        if key in kept:
            spans.append(span)
    position = one.position
    if position is not other.position:
        position = Position(next(a["position"] for a in answers if "position" in a))
    spans.sort(key=lambda span: (span.start, span.end, span.aspect))
    return LabelledAd(one.id, one.text_hash, position, tuple(spans))


def _readings(name: str, postings: Mapping[str, Posting]) -> dict[str, LabelledAd]:
    """What a reader said of these ads: a file of labels, or for `syncline` the rule book."""
    if name != "syncline":
        return labels.load(name)
    found: dict[str, LabelledAd] = {}
    for ad_id, posting in postings.items():
        reading = syncline(posting)
        text_hash = labels.text_hash(posting)
        found[ad_id] = LabelledAd(ad_id, text_hash, reading.position, reading.spans)
    return found


def main() -> None:
    """Write the questions, or take the answers."""
    action, file, *names = sys.argv[1:]
    one_name, other_name, into = names or ("a", "b", "settled")
    one = labels.load(one_name)
    done = labels.known(into)
    postings = postings_of(one.keys() - done.keys())
    other = _readings(other_name, postings)
    both = [ad_id for ad_id in postings if ad_id in other]
    if action == "ask":
        rows = [row for i in both for row in questions(one[i], other[i], postings[i])]
        text = "".join(json.dumps(row) + "\n" for row in rows)
        Path(file).write_text(text, encoding="utf-8")
        print(f"{len(rows)} questions on {len({row['id'] for row in rows})} of {len(both)} ads")
        return
    answers = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]
    by_ad: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for answer in answers:
        by_ad[answer["id"]].append(answer)
    labels.add(into, [settled(one[i], other[i], by_ad[i]) for i in both])
    print(f"{len(both)} ads settled")


if __name__ == "__main__":
    main()
