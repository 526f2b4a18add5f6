"""Reads amounts of hours from a sentence: "4+ hours", "four (4)", "4 to 5", "half of your day"."""

from __future__ import annotations

import re2

_COUNTING = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ONE = r"\d{1,2}(?:\.\d)?|" + "|".join(_COUNTING)
AMOUNT = rf"({_ONE})(?: ?\(\d+\))?\+?(?: ?(?:-|to|or) ?({_ONE}))?(?: ?\(\d+\))?\+?"
"""Pattern of an amount or of a range of amounts, in two groups, without the word for hours."""

_HOURS = r"[- ]?(?:\w+ )?(?:hours?|hrs?|h)\b"
_OVERLAPS = (
    re2.compile(
        rf"(?i)\b{AMOUNT}[- ]?(?:hours?|hrs?|h)\b(?: \S+){{0,5}} (?:overlap|shared|crossover)"
    ),
    re2.compile(rf"(?i)\boverlap\w*(?: \S+){{0,8}}? {AMOUNT}{_HOURS}"),
    re2.compile(rf"(?i)\b(?:cross|share)(?: \S+){{0,3}} {AMOUNT}{_HOURS}"),
    re2.compile(rf"(?i)\b{AMOUNT}[- ]?(?:hours?|hrs?|h)\b(?: \S+){{0,2}} (?:between|within)\b"),
)
_OVERLAP = re2.compile(r"(?i)\boverlap")
_HALF_A_DAY = re2.compile(
    r"(?i)\b(?:half|50 ?%)(?: of)?(?: an?| the| your| their)?(?: working)?"
    r" ?(?:work ?day|day|hours)\b"
)
_WEEK = re2.compile(r"(?i)\bweek")
_WORKDAYS = 5
_WORKING_DAY, _LONGEST_DAY = 8.0, 12.0
"""Hours of a usual working day, and more than which nobody asks for in one day."""


def hours_of(match: re2._Match[str]) -> tuple[float, ...]:
    """Return the one or two amounts of a match whose first groups are those of `AMOUNT`."""
    return tuple(_number(text) for text in (match.group(1), match.group(2)) if text)


def overlap(sentence: str) -> float | None:
    """Return how many hours a day a folded sentence wants shared, at least; None where unsaid."""
    for pattern in _OVERLAPS:
        match = pattern.search(sentence)
        if match:
            hours = min(hours_of(match))
            hours = hours / _WORKDAYS if _WEEK.search(match.group()) else hours
            return hours if hours <= _LONGEST_DAY else None
    if _OVERLAP.search(sentence) and _HALF_A_DAY.search(sentence):
        return _WORKING_DAY / 2
    return None


def _number(text: str) -> float:
    return float(_COUNTING.index(text.lower())) if text.lower() in _COUNTING else float(text)
