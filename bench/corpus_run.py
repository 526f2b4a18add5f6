"""Analyses every real ad and page and prints what came of it: `python -m bench.corpus_run`.

Answers three questions in one run: does anything crash, how long does one take, and what share gets
each position on the spectrum.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

from bench import corpus
from signals import NotAPosting, analyze, read, read_text
from signals.model import Position


@dataclass
class Tally:
    """What came of one set of texts."""

    name: str
    positions: Counter[Position] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    untitled: int = 0
    milliseconds: list[float] = field(default_factory=list)

    @property
    def read(self) -> int:
        return sum(self.positions.values())


def tally(name: str, contents: Iterable[tuple[str | bytes, str, bool]]) -> Tally:
    """Analyse each (content, url, whether its page has a title) and count the results."""
    result = Tally(name)
    for content, url, titled in contents:
        start = time.perf_counter()
        try:
            posting = read(content, url) if isinstance(content, bytes) else read_text(content, url)
        except NotAPosting as refusal:
            result.refused[refusal.kind] += 1
            continue
        report = analyze(posting)
        result.milliseconds.append((time.perf_counter() - start) * 1000)
        result.positions[report.position] += 1
        result.untitled += titled and not posting.title
        for signal in report.signals:
            evidence = signal.evidence
            assert posting.text[evidence.start : evidence.end] == evidence.quote, url
    return result


def percentile(milliseconds: list[float], share: int) -> str:
    """The time that `share` percent stay below, as text; a dash where too little was measured."""
    if len(milliseconds) < 2:
        return "–"
    return f"{statistics.quantiles(milliseconds, n=100)[share - 1]:.1f}"


def table(tallies: list[Tally]) -> Table:
    """One column for each set of texts."""
    shown = Table(title="syncline over the real ads and pages")
    shown.add_column("")
    for one in tallies:
        shown.add_column(one.name, justify="right")

    def row(name: str, *cells: str) -> None:
        shown.add_row(name, *cells)

    row("read", *(str(one.read) for one in tallies))
    row(
        "refused",
        *(", ".join(f"{k} {n}" for k, n in one.refused.items()) or "0" for one in tallies),
    )
    row("title missing", *(str(one.untitled) for one in tallies))
    row("median ms", *(percentile(one.milliseconds, 50) for one in tallies))
    row("95 % ms", *(percentile(one.milliseconds, 95) for one in tallies))
    for position in Position:
        row(
            position.label,
            *(f"{100 * one.positions[position] / max(one.read, 1):.1f} %" for one in tallies),
        )
    return shown


def main() -> None:
    """Print the table."""
    analyze("warm up: the rule book is read once")
    by_file: dict[str, list[tuple[str | bytes, str, bool]]] = {}
    for ad in corpus.ads():
        by_file.setdefault(ad.file, []).append((ad.content, ad.url, False))
    for page in corpus.pages():
        name = f"pages: {page.kind}"
        by_file.setdefault(name, []).append((page.content, page.url, bool(page.title)))
    Console().print(table([tally(name, contents) for name, contents in by_file.items()]))


if __name__ == "__main__":
    main()
