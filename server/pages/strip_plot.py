"""Where postings lie on the spectrum, as dots on a strip: worked out here, drawn by a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt

from server.store import Summary
from signals.model import SPECTRUM, Position

WIDTH = 760
"""The picture's own units; it scales with the page."""

_RADIUS = 5
_STEP = 2 * _RADIUS + 1
_BAND = WIDTH / len(SPECTRUM)
_ROOM = _BAND - 2 * _STEP
_MOST_HIGH = 14


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
    height: int
    width: int = WIDTH
    radius: int = _RADIUS


def strip_of(summaries: Sequence[Summary]) -> Strip:
    """Return the strip of postings, a band for each position, async on the left.

    Within its band the more async posting lies farther left; unclear ones are only counted.
    """
    bands = {
        position: [one for one in summaries if one.position == position] for position in SPECTRUM
    }
    high = min(_MOST_HIGH, isqrt(max(map(len, bands.values()))) + 1)
    dots = [dot for index, ones in enumerate(bands.values()) for dot in _band(index, ones, high)]
    counts = [(position, len(ones)) for position, ones in bands.items()]
    return Strip(dots, counts, len(summaries) - len(dots), high * _STEP)


def _band(index: int, ones: Sequence[Summary], high: int) -> list[Dot]:
    """Dots in columns around the middle of their band, closer where they are many."""
    ordered = sorted(ones, key=lambda one: -one.score)
    columns = [ordered[at : at + high] for at in range(0, len(ordered), high)]
    step = min(_STEP, _ROOM / len(columns)) if columns else 0
    left = (index + 0.5) * _BAND - (len(columns) - 1) * step / 2
    bottom = high * _STEP - _RADIUS
    return [
        Dot(round(left + at * step, 1), bottom - level * _STEP, one)
        for at, column in enumerate(columns)
        for level, one in enumerate(column)
    ]
