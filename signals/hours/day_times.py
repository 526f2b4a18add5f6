"""Reads hours of the day from a sentence: "9am-5:30pm", "8-5 EST", "13h00 - 18h00", "noon to 8"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

import re2

_LATEST_BARE_START = 6
"""A start such as the 1 of "1-5pm" takes the end's pm; from 7 on ("8-5pm") it is a morning."""

_USUAL_LENGTH = 7
"""Hours between start and end that settle whether the 2 of "5pm to 2" is in the afternoon; the
middle between half a day of core hours and a long working day."""

_CLOCK = r"(?:(\d{1,2})([:.h]?)(\d\d)?h?( ?[ap]\.?m\b\.?|[ap]\b)?|(noon|midnight)\b)"
_ZONE = r"(?: ?\(?(?-i:[A-Z]{2,4})\)?)?"
_UNTIL = r" ?(?:hrs|hours)? ?\*?(?:-|~|to|until|till|through|thru|and|bis|a|as)\*? ?(?:about )?"
_SPAN = re2.compile(rf"(?i)\b{_CLOCK}{_ZONE}{_UNTIL}{_CLOCK}")
_GROUPS = 5
"""Groups of one clock in `_SPAN`: hour, separator, minutes, half of the day, noon or midnight."""

_OTHER_UNIT = re2.compile(
    r"(?i)^ ?(?:\+|%|k\b|hours?|hrs?|years?|yrs?|months?|weeks?|days?|people)"
)
_OF_A_NUMBER = (".", ",", "$", "#", "/")
"""What stands right before digits that are no hour: the rest of a number, a price."""


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Hours of the day as they stand in a sentence between `at` and `until`.

    They run past midnight where `end` is earlier than `start`.
    """

    start: time
    end: time
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class _Clock:
    hour: int
    minute: int
    half: str  # "a" or "p", "" where the text names none
    is_bare: bool  # digits of an hour and nothing else


def find_spans(sentence: str) -> Iterator[DaySpan]:
    """Yield the hours that a folded sentence names, in order."""
    for match in _SPAN.finditer(sentence):
        first, last = _clock(match, 1), _clock(match, 1 + _GROUPS)
        if first is None or last is None or sentence[: match.start()].endswith(_OF_A_NUMBER):
            continue
        if first.is_bare and last.is_bare and not _is_working_day(first.hour, last.hour):
            continue
        if first.is_bare and last.is_bare and _OTHER_UNIT.search(sentence[match.end() :]):
            continue
        start, end = _settled(first, last)
        yield DaySpan(start, end, match.start(), match.end())


def _clock(match: re2._Match[str], group: int) -> _Clock | None:
    """The clock whose groups begin at `group`; None where the digits are no time of day."""
    hour, separator, minute, half, word = (match.group(group + step) for step in range(_GROUPS))
    if word:
        return _Clock(12, 0, "p" if word.lower() == "noon" else "a", False)
    if int(hour) > 24 or int(minute or 0) > 59:
        return None
    if minute and not separator and (int(minute) % 15 or not (half or len(hour) == 2)):
        return None  # 2019 is a year; 730a and 0915 are times
    bare = not (minute or half or separator)
    return _Clock(int(hour), int(minute or 0), half.strip()[0].lower() if half else "", bare)


def _settled(first: _Clock, last: _Clock) -> tuple[time, time]:
    """Start and end, with the halves of the day that the text leaves to the reader."""
    half = first.half
    if not half and last.half == "p" and first.hour <= _LATEST_BARE_START < last.hour + 12:
        half = "p" if first.hour < last.hour or last.hour == 12 else ""
    start, end = _in_day(first.hour, half), _in_day(last.hour, last.half)
    if not last.half and last.hour <= 12:
        end = min((end, end + 12), key=lambda hour: abs((hour - start) % 24 - _USUAL_LENGTH))
    return time(start % 24, first.minute), time(end % 24, last.minute)


def _is_working_day(start: int, end: int) -> bool:
    """Whether "9-5" or "10 till 3" without am, pm or minutes is a working day."""
    length = (end - start) % 12 if end <= 12 else end - start
    return 6 <= start <= 12 and 3 <= length <= 10


def _in_day(hour: int, half: str) -> int:
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour
