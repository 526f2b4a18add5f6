"""Reads amounts of hours from a sentence: "4+ hours", "four (4)", "4 to 5", "half of your day"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import re2

_COUNTING = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ONE = r"\d{1,3}(?:\.\d)?|" + "|".join(_COUNTING)
AMOUNT = rf"({_ONE})(?: ?\(\d+\))?\+?(?: ?(?:-|to|or) ?({_ONE}))?(?: ?\(\d+\))?\+?"
"""Pattern of an amount or of a range of amounts, in two groups, without the word for hours."""

_UNIT = r"(?:hours?|hrs?|h|minutes|mins?)\b"
_HOURS = rf"[- ]?(?:\w+ )?{_UNIT}"
_SHARED = r"(?:overlap|shared|crossover|in common\b|at the same time\b)"
_OVERLAPS = (
    re2.compile(rf"(?i)\b{AMOUNT}[- ]?{_UNIT}'?(?: ?/ ?day)?(?: \S+){{0,5}}? {_SHARED}"),
    re2.compile(rf"(?i)\b{AMOUNT} (?:common|shared|joint|overlapping) (?:\w+ )?{_UNIT}"),
    re2.compile(rf"(?i)\boverlap\w*:?(?: \S+){{0,10}}? {AMOUNT}{_HOURS}"),
    re2.compile(rf"(?i)\b(?:cross|share)(?: \S+){{0,3}} {AMOUNT}{_HOURS}"),
    re2.compile(
        rf"(?i)\b(?:cross|overlap)\w*(?: \S+){{0,8}} by (?:at least )?{AMOUNT}"
        r"(?: or more)?(?:[.,;)]|$)"
    ),
    re2.compile(rf"(?i)\b{AMOUNT}[- ]?{_UNIT}(?: \S+){{0,2}} (?:between|within)\b"),
)
_FURTHER = re2.compile(rf"(?i)^[^.;]{{0,40}}?(?:\band|,|\bplus) {AMOUNT}[- ]?{_UNIT} with\b")
"""The same with another zone: "overlap 5h with EST and 3h with CET"."""
_COUPLE = re2.compile(r"(?i)\ba couple of (?:hours|hrs)\b")
_MINUTES = re2.compile(r"(?i)\d[- ]?min")
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


@dataclass(frozen=True, slots=True)
class Shared:
    """How many hours a day a sentence wants shared, at least, between `at` and `until`."""

    hours: float
    at: int
    until: int


def overlaps(sentence: str) -> list[Shared]:
    """Return the amounts that a folded sentence wants shared, all told in the same way."""
    for pattern in _OVERLAPS:
        found = [
            Shared(_a_day(match), match.start(), match.end())
            for match in pattern.finditer(sentence)
        ]
        if found:
            return found if len(found) > 1 else [*found, *_further(sentence, found[0].until)]
    return []


def _further(sentence: str, place: int) -> Iterator[Shared]:
    match = _FURTHER.search(sentence[place:])
    if match:
        yield Shared(_a_day(match), place + match.start(1), place + match.end())


def overlap(sentence: str) -> float | None:
    """Return how many hours a day a folded sentence wants shared, at least; None where unsaid."""
    found = overlaps(sentence)
    if found:
        return found[0].hours if found[0].hours <= _LONGEST_DAY else None
    if not _OVERLAP.search(sentence):
        return None
    if _HALF_A_DAY.search(sentence):
        return _WORKING_DAY / 2
    return 2.0 if _COUPLE.search(sentence) else None


def _a_day(match: re2._Match[str]) -> float:
    """The hours a day of a match of `_OVERLAPS`, the least of a range."""
    least = min(hours_of(match))
    least = least / 60 if _MINUTES.search(match.group()) else least
    return least / _WORKDAYS if _WEEK.search(match.group()) else least


def _number(text: str) -> float:
    return float(_COUNTING.index(text.lower())) if text.lower() in _COUNTING else float(text)
