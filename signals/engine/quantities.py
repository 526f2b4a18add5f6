"""Reads the number that a rule's pattern captured, in the rule's unit.

A pattern names the group of the number `n` and, where the rule has a unit, that of its word `u`:
"within two business days" is 48 hours, "3 hours of meetings a day" are 15 a week.
"""

from __future__ import annotations

import re
from typing import Protocol

from signals.rulebook import Unit

_COUNTING = "zero one two three four five six seven eight nine ten eleven twelve"
_WORDS = {word: float(number) for number, word in enumerate(_COUNTING.split())} | {
    "a": 1.0,
    "an": 1.0,
    "single": 1.0,
    "couple": 2.0,
    "half": 0.5,
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "sixty": 60.0,
    "ninety": 90.0,
}
_FACTORS: dict[Unit, dict[str, float]] = {
    Unit.HOURS: {
        "second": 1 / 3600,
        "sec": 1 / 3600,
        "h": 1,
        "minute": 1 / 60,
        "min": 1 / 60,
        "hour": 1,
        "hr": 1,
        "day": 24,
        "week": 168,
    },
    Unit.A_WEEK: {"day": 5, "daily": 5, "week": 1, "weekly": 1, "month": 1 / 4, "monthly": 1 / 4},
}
"""What one of a word is in the unit; a week has five working days."""


class Match(Protocol):
    """What is needed of a match."""

    def group(self, name: bytes, /) -> bytes | None:
        """What the group `name` caught; its name is bytes as the pattern is."""


def read(match: Match, unit: Unit | None) -> float:
    """Return the number that a match captured, in `unit`; NaN (in no range) where there is none."""
    number = _number(_text(match, b"n"))
    if unit is None:
        return number
    words = re.findall(r"[a-z]+", _text(match, b"u"))
    factors = _FACTORS[unit]
    known = (factors.get(word, factors.get(word.removesuffix("s"))) for word in words)
    return number * next((factor for factor in known if factor is not None), float("nan"))


def _text(match: Match, name: bytes) -> str:
    """The ASCII text of a group in small letters, '' where it caught nothing."""
    return (match.group(name) or b"").decode("ascii").lower()


def _number(text: str) -> float:
    """What `text` says in digits or English words; of a span such as "2-3" the middle."""
    parts = re.findall(r"\d+(?:\.\d+)?|[a-z]+", text)
    numbers = [float(part) if part[0].isdigit() else _WORDS.get(part) for part in parts]
    said = [number for number in numbers if number is not None]
    if "half" in parts:
        return 0.5
    return sum(said) / len(said) if said else float("nan")
