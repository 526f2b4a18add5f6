"""Turns a reader's quotes into offsets: `python -m bench.label_import NAME FILE...`.

A reader writes JSON Lines of {"id", "position", "signals": [[aspect, direction, quote], ...]}. Each
quote must stand verbatim in its ad; one that does not is named, and nothing is written.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench import labels
from bench.label_sample import postings_of
from bench.labels import LabelledAd, Span
from signals.model import Aspect, Direction, Position, Posting
from signals.reading.markdown import unmarked
from signals.reading.rendering import tidy


def place(posting: Posting, quotes: list[list[str]]) -> tuple[list[Span], list[str]]:
    """Return the spans of `quotes`, and the quotes that do not stand in the text."""
    spans: list[Span] = []
    lost: list[str] = []
    taken: dict[str, int] = {}
    for aspect, direction, copied in quotes:
        quote = tidy(unmarked(copied))
        start = posting.text.find(quote, taken.get(quote, 0))
        if start < 0:
            start = posting.text.find(quote)
        if start < 0:
            lost.append(quote)
            continue
        taken[quote] = start + len(quote)
        spans.append(Span(Aspect(aspect), Direction(direction), start, start + len(quote)))
    return sorted(set(spans), key=lambda span: (span.start, span.end, span.aspect)), lost


def main() -> None:
    """Import the files that the command line names, as the reader it names first."""
    name, *files = sys.argv[1:]
    lines = [line for file in files for line in Path(file).read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines]
    postings = postings_of({row["id"] for row in rows})
    read: list[LabelledAd] = []
    faults: list[str] = []
    for row in rows:
        posting = postings[row["id"]]
        spans, lost = place(posting, row["signals"])
        faults.extend(f"{row['id']}: not in the ad: {quote!r}" for quote in lost)
        position = Position(row["position"])
        read.append(LabelledAd(row["id"], labels.text_hash(posting), position, tuple(spans)))
    if faults:
        sys.exit("\n".join(faults))
    labels.add(name, read)
    print(f"{name}: {len(read)} ads labelled")


if __name__ == "__main__":
    main()
