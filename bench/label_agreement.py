"""How far two readers agree, aspect by aspect: `python -m bench.label_agreement [A] [B]`.

Cohen's kappa (chance taken off) for whether an ad speaks of an aspect in a direction and whether it
is unclear, quadratic weighted kappa for the position on the spectrum: the ceiling for any reader,
Syncline's included.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from sklearn.metrics import cohen_kappa_score

from bench import labels
from bench.labels import LabelledAd
from signals.model import SPECTRUM, Aspect, Direction, Position

Pairs = Sequence[tuple[LabelledAd, LabelledAd]]


def ordinal(position: Position) -> int:
    """The place of a position on the spectrum, 0 to 4; unclear stands in the middle."""
    return SPECTRUM.index(position) if position in SPECTRUM else SPECTRUM.index(Position.HYBRID)


def kappa(one: Sequence[object], other: Sequence[object], weights: str | None = None) -> float:
    """Cohen's kappa; NaN where neither reader ever says anything else."""
    if len({*one, *other}) < 2:
        return float("nan")
    return float(cohen_kappa_score(one, other, weights=weights))


def position_kappa(one: Sequence[Position], other: Sequence[Position]) -> float:
    """Quadratic weighted kappa of two readings of the same ads."""
    return kappa([ordinal(p) for p in one], [ordinal(p) for p in other], "quadratic")


def unclear_kappa(one: Sequence[Position], other: Sequence[Position]) -> float:
    """Kappa of whether the ads say enough for a position at all."""
    return kappa([p is Position.UNCLEAR for p in one], [p is Position.UNCLEAR for p in other])


def table(pairs: Pairs, names: tuple[str, str]) -> Table:
    """One row for each aspect and direction that either reader found."""
    shown = Table(title=f"agreement of {names[0]} and {names[1]} on {len(pairs)} ads")
    for column in ("", names[0], names[1], "both", "kappa"):
        shown.add_column(column, justify="left" if not column else "right")
    for aspect in Aspect:
        for direction in Direction:
            one = [(aspect, direction) in a.aspects for a, _ in pairs]
            other = [(aspect, direction) in b.aspects for _, b in pairs]
            if any(one) or any(other):
                both = sum(x and y for x, y in zip(one, other, strict=True))
                counts = (str(sum(one)), str(sum(other)), str(both))
                shown.add_row(f"{aspect} {direction}", *counts, f"{kappa(one, other):.2f}")
    first, second = [a.position for a, _ in pairs], [b.position for _, b in pairs]
    same = sum(x is y for x, y in zip(first, second, strict=True))
    shown.add_section()
    shown.add_row("same position", "", "", str(same), f"{100 * same / len(pairs):.0f} %")
    shown.add_row("unclear or not", "", "", "", f"{unclear_kappa(first, second):.2f}")
    shown.add_row("position, weighted", "", "", "", f"{position_kappa(first, second):.2f}")
    return shown


def main() -> None:
    """Print the table for the two files the command line names, `a` and `b` if none."""
    first, second = sys.argv[1:3] if len(sys.argv) > 2 else ("a", "b")
    one, other = labels.load(first), labels.load(second)
    pairs = [(one[ad_id], other[ad_id]) for ad_id in sorted(one.keys() & other.keys())]
    Console().print(table(pairs, (first, second)))


if __name__ == "__main__":
    main()
