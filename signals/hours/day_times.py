"""Reads hours of the day and days of the week from a sentence: "9am-5:30pm", "Mon to Fri"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

import re2

WORKDAYS = (0, 1, 2, 3, 4)
"""Monday to Friday; what is meant where an ad names hours but no days."""

_LATEST_BARE_START = 6
"""A start such as the 1 of "1-5pm" takes the end's pm; from 7 on ("8-5pm") it is a morning."""

_CLOCK = r"(\d{1,2})(?:[:.h](\d\d))? ?(?:\*+ ?)?(a\.?m\b\.?|p\.?m\b\.?|noon\b)?"
_SPAN = re2.compile(rf"(?i)\b{_CLOCK} ?(?:-|to|until|till|through|and) ?{_CLOCK}")
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_DAYS = re2.compile(rf"(?i)\b{_DAY} ?(?:-|to|through|thru|until) ?{_DAY}")
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Hours of the day, as a sentence says them at `at`; past midnight where `end` is earlier."""

    start: time
    end: time
    at: int


def find_span(sentence: str) -> DaySpan | None:
    """Return the first stretch of hours in a folded sentence, or None."""
    for match in _SPAN.finditer(sentence):
        span = _span(match)
        if span:
            return span
    return None


def find_days(sentence: str) -> tuple[int, ...]:
    """Return the weekdays that a sentence names, Monday to Friday where it names none."""
    match = _DAYS.search(sentence)
    if not match:
        return WORKDAYS
    first, last = (_DAY_NAMES.index(match.group(group).lower()) for group in (1, 2))
    count = (last - first) % 7 + 1
    return tuple(sorted((first + step) % 7 for step in range(count)))


def _span(match: re2._Match[str]) -> DaySpan | None:
    hours, minutes = _number(match, 1), _number(match, 2)
    end_hours, end_minutes = _number(match, 4), _number(match, 5)
    half, end_half = _half(match.group(3)), _half(match.group(6))
    if max(hours, end_hours) > 24 or max(minutes, end_minutes) > 59:
        return None
    bare = not half and not end_half and match.group(2) is None and match.group(5) is None
    if bare and not _plausible_bare(hours, end_hours):
        return None
    if not half and end_half == "p" and hours <= _LATEST_BARE_START < end_hours + 12:
        half = "p" if hours < end_hours or end_hours == 12 else ""
    start = _in_day(hours, half)
    end = _in_day(end_hours, end_half)
    if not end_half and end <= start and half != "p" and end_hours <= 12 and not match.group(6):
        end += 12 if end + 12 > start else 0
    return DaySpan(time(start % 24, minutes), time(end % 24, end_minutes), match.start())


def _plausible_bare(start: int, end: int) -> bool:
    """Whether "9-5" or "10 till 3" without am, pm or minutes is a working day."""
    length = (end - start) % 12 if end <= 12 else end - start
    return 6 <= start <= 12 and 3 <= length <= 10


def _number(match: re2._Match[str], group: int) -> int:
    return int(match.group(group) or 0)


def _half(text: str | None) -> str:
    """'a' or 'p' for the halves of the day, '' where the text names none."""
    if not text:
        return ""
    return "p" if text.lower().startswith(("p", "n")) else "a"


def _in_day(hour: int, half: str) -> int:
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour
