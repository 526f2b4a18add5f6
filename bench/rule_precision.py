"""How often each rule is right on the labelled ads: `python -m bench.rule_precision [--write]`.

A find is right where a careful reader marked its aspect and direction in the sentence it quotes.
Readers mark no roles, so rules of that aspect are left out.
`--write` keeps the counts in signals/measured.toml, which `syncline rules` and the page show.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import labels
from bench.label_sample import postings_of
from bench.labels import LabelledAd
from signals import Signal, analyze
from signals.model import Aspect
from signals.rulebook import load
from signals.rulebook.measured import FILE


def is_right(signal: Signal, ad: LabelledAd) -> bool:
    """Whether the reader of `ad` marked what the signal says."""
    evidence = signal.evidence
    return ad.marks(signal.aspect, signal.direction, evidence.start, evidence.end)


def counts() -> tuple[Counter[str], Counter[str], int]:
    """Return finds and right finds of each rule, and how many ads were looked at."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    postings = postings_of(labels.everything().keys())
    ads = labels.everything().values()
    for ad in ads:
        for signal in analyze(postings[ad.id]).signals:
            if signal.aspect is Aspect.ROLE:
                continue
            found[signal.rule] += 1
            right[signal.rule] += is_right(signal, ad)
    return found, right, len(ads)


def written(found: Counter[str], right: Counter[str], ads: int) -> str:
    """Return the counts as TOML."""
    lines = [
        "# Written by `python -m bench.rule_precision --write`: finds of each rule in the labelled",
        "# ads, and how many of them a careful reader marked too. Rules without one are missing.",
        f"ads = {ads}",
        "",
        "[rules]",
    ]
    for rule, n in sorted(found.items()):
        lines.append(f"{rule} = {{ found = {n}, right = {right[rule]} }}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table, and with `--write` keep it."""
    found, right, ads = counts()
    shown = Table(title=f"finds of each rule in {ads} labelled ads")
    for column in ("rule", "found", "right", "precision"):
        shown.add_column(column, justify="left" if column == "rule" else "right")
    for rule in load().rules:
        n = found[rule.id]
        share = f"{right[rule.id] / n:.2f}" if n else "–"
        shown.add_row(rule.id, str(n), str(right[rule.id]), share)
    Console().print(shown)
    if "--write" in sys.argv:
        Path(FILE).write_text(written(found, right, ads), encoding="utf-8")


if __name__ == "__main__":
    main()
