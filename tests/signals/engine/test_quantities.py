"""Numbers are read in digits and words, and brought to the rule's unit."""

from __future__ import annotations

import math

import pytest

from signals.engine import quantities
from signals.rulebook import Unit


class Found:
    """What a pattern captured."""

    def __init__(self, number: str | None, word: str | None = None) -> None:
        self._groups = {b"n": number, b"u": word}

    def group(self, name: bytes, /) -> bytes | None:
        caught = self._groups[name]
        return None if caught is None else caught.encode()


@pytest.mark.parametrize(
    ("number", "expected"),
    [("3", 3), ("three", 3), ("2.5", 2.5), ("2-3", 2.5), ("2 to 4", 3), ("a", 1), ("half an", 0.5)],
)
def test_number_is_read_in_digits_and_words(number: str, expected: float) -> None:
    assert quantities.read(Found(number), None) == expected


@pytest.mark.parametrize(
    ("number", "word", "unit", "expected"),
    [
        ("two", "business days", Unit.HOURS, 48),
        ("30", "minutes", Unit.HOURS, 0.5),
        ("24", "hrs", Unit.HOURS, 24),
        ("2-3", "daily", Unit.A_WEEK, 12.5),
        ("4", "month", Unit.A_WEEK, 1),
    ],
)
def test_number_is_brought_to_the_unit(number: str, word: str, unit: Unit, expected: float) -> None:
    assert quantities.read(Found(number, word), unit) == expected


@pytest.mark.parametrize(("number", "word"), [(None, None), ("many", None), ("3", "sprints")])
def test_what_is_no_quantity_lies_in_no_range(number: str | None, word: str | None) -> None:
    assert math.isnan(quantities.read(Found(number, word), Unit.HOURS))
