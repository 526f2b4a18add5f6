"""Where postings lie on the spectrum, as dots on a strip: worked out here, drawn by a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.store import Summary
from signals.model import SPECTRUM, Position

WIDTH, HEIGHT = 760, 120
"""The picture's own units; it scales with the page."""

_MARGIN, _BASE, _RADIUS = 18, 108, 5
_COLUMNS = 61
_MOST_HIGH = 10


@dataclass(frozen=True, slots=True)
class Dot:
    """One posting on the strip."""

    x: float
    y: float
    summary: Summary


@dataclass(frozen=True, slots=True)
class Strip:
    """The dots, how many postings each position has, and how many say nothing."""

    dots: Sequence[Dot]
    counts: Sequence[tuple[Position, int]]
    unclear: int
    width: int = WIDTH
    height: int = HEIGHT
    base: int = _BASE + _RADIUS + 3
    radius: int = _RADIUS


def strip_of(summaries: Sequence[Summary]) -> Strip:
    """Return the strip of postings, async on the left; unclear ones are only counted.

    Postings of about the same score stand above each other, closer where they are many.
    """
    columns: dict[int, list[Summary]] = {}
    for summary in summaries:
        if summary.position is not Position.UNCLEAR:
            columns.setdefault(round((1 - summary.score) / 2 * (_COLUMNS - 1)), []).append(summary)
    dots = [dot for column, ones in sorted(columns.items()) for dot in _stacked(column, ones)]
    positions = [summary.position for summary in summaries]
    counts = [(position, positions.count(position)) for position in SPECTRUM]
    return Strip(dots, counts, positions.count(Position.UNCLEAR))


def _stacked(column: int, ones: Sequence[Summary]) -> list[Dot]:
    x = _MARGIN + column * (WIDTH - 2 * _MARGIN) / (_COLUMNS - 1)
    step = 2 * _RADIUS * min(1.0, _MOST_HIGH / len(ones))
    return [Dot(round(x, 1), round(_BASE - level * step, 1), one) for level, one in enumerate(ones)]
