"""Reads hours of the day from a sentence: "9am-5:30pm", "8-5 EST", "13h00 - 18h00", "noon to 8".

Words count as figures do: "half past eight until five", "from 10 in the morning to 6 at night".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

import re2

_LATEST_BARE_START = 6
"""A start such as the 1 of "1-5pm" takes the end's pm; from 7 on ("8-5pm") it is a morning."""

_USUAL_LENGTH = 7
"""Hours between start and end that settle whether the 2 of "5pm to 2" is in the afternoon; the
middle between half a day of core hours and a long working day."""

_HOURS = (
    "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_FRACTIONS = {"half past": 30, "half": 30, "quarter past": 15, "quarter to": -15}
"""Minutes that the words before a spoken hour add to it."""

_IN_FIGURES = r"(\d{1,2})([:.h]?)(\d\d)?h?( ?[ap]\.?m\b\.?|[ap]\b)?"
_IN_WORDS = rf"(?:(half(?:[- ]past)?|quarter (?:past|to)) )?({'|'.join(_HOURS)})\b([- ]thirty\b)?"
_PART_OF_DAY = r"( in the (?:morning|afternoon|evening)\b| at night\b)?"
_ON_THE_DOT = r"( ?o'clock\b)?(?: sharp\b)?"
_NAMED = r"(?:12(?:[:.]00)? )?(noon|midnight)\b"
_CLOCK = rf"(?:{_NAMED}|{_IN_FIGURES}|{_IN_WORDS}){_ON_THE_DOT}{_PART_OF_DAY}"
_ZONE = r"(?: ?\(?(?:(?-i:[A-Z]{2,4})|eastern|central|mountain|pacific)\)?)?"
_UNTIL = r" ?(?:hrs|hours)? ?\*?(?:-|~|to|until|till|through|thru|and|bis|a|as)\*? ?(?:about )?"
_SPANS = (
    re2.compile(rf"(?i)(?:\b|[a-z]day){_CLOCK}{_ZONE}{_UNTIL}{_CLOCK}"),  # "Saturday10am-2pm"
    re2.compile(
        rf"(?i)\b(?:starts?|begins?)(?: at| from)? {_CLOCK}{_ZONE}(?:,? and)?(?: \w+){{0,2}}?"
        rf" (?:ends?|finish(?:es)?|stops?)(?: at| by)? {_CLOCK}"
    ),
)
_GROUPS = 10
"""Groups of one clock: noon or midnight; hour, separator, minutes, half of the day; a fraction, an
hour and thirty in words; o'clock; part of the day."""

_OTHER_UNIT = re2.compile(
    r"(?i)^ ?(?:\+|%|k\b|hours?|hrs?|years?|yrs?|months?|weeks?|days?|people)"
)
_OF_A_NUMBER = re2.compile(r"(?:\d[.,/:]|[$#])$")
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
    is_bare: bool  # an hour and nothing else
    is_spoken: bool = False  # in words


def find_spans(sentence: str) -> Iterator[DaySpan]:
    """Yield the hours that a folded sentence names, in order."""
    matches = (match for pattern in _SPANS for match in pattern.finditer(sentence))
    for match in sorted(matches, key=lambda one: one.start()):
        first, last = _clock(match, 1), _clock(match, 1 + _GROUPS)
        if first is None or last is None or _OF_A_NUMBER.search(sentence[: match.start()]):
            continue
        if first.is_bare and last.is_bare and not _are_hours(first, last, sentence[match.end() :]):
            continue
        start, end = _settled(first, last)
        yield DaySpan(start, end, match.start(), match.end())


def _are_hours(first: _Clock, last: _Clock, rest: str) -> bool:
    """Whether two bare numbers are hours: "9 to 5", "8-16", but not "8-10 people"."""
    if not _is_working_day(first.hour, last.hour):
        return False
    if last.hour < first.hour:
        return True  # no amount, even before "hours"
    return not (first.is_spoken and last.is_spoken) and not _OTHER_UNIT.search(rest)


def _clock(match: re2._Match[str], group: int) -> _Clock | None:
    """The clock whose groups begin at `group`; None where the digits are no time of day."""
    groups = [match.group(group + step) for step in range(_GROUPS)]
    word, hour, separator, minute, half, fraction, spoken, thirty, o_clock, part = groups
    if word:
        return _Clock(12, 0, "p", False) if word.lower() == "noon" else _Clock(24, 0, "", False)
    if spoken:
        clock = _spoken(spoken, fraction or "", has_thirty=bool(thirty))
    elif int(hour) > 24 or int(minute or 0) > 59:
        return None
    elif minute and not separator and (int(minute) % 15 or not (half or len(hour) == 2)):
        return None  # 2019 is a year; 730a and 0915 are times
    else:
        bare = not (minute or half or separator)
        named = half.strip()[0].lower() if half else ""
        clock = _Clock(int(hour), int(minute or 0), named, bare)
    named = clock.half or _half_of(part or "", clock.hour)
    return replace(clock, half=named, is_bare=clock.is_bare and not (o_clock or part))


def _spoken(hour: str, fraction: str, *, has_thirty: bool) -> _Clock:
    """An hour in words: "eight", "half past eight", "quarter to nine", "eight thirty"."""
    minutes = 60 * (_HOURS.index(hour.lower()) + 1) + 30 * has_thirty
    minutes += _FRACTIONS.get(fraction.lower().replace("-", " "), 0)
    return _Clock(minutes // 60, minutes % 60, "", not (fraction or has_thirty), is_spoken=True)


def _half_of(part_of_day: str, hour: int) -> str:
    """The half of the day of an hour in the morning or at night, which begins before midnight."""
    if "night" in part_of_day:
        return "p" if _LATEST_BARE_START <= hour < 12 else "a"
    return ("a" if "morning" in part_of_day else "p") if part_of_day else ""


def _settled(first: _Clock, last: _Clock) -> tuple[time, time]:
    """Start and end, with the halves of the day that the text leaves to the reader."""
    half = first.half
    if not half and last.half == "p" and first.hour <= _LATEST_BARE_START < last.hour + 12:
        half = "p" if first.hour < last.hour or last.hour == 12 else ""
    is_morning = not half and _LATEST_BARE_START <= first.hour < 12
    if is_morning and (last.hour, last.half) == (12, "a"):
        last = replace(last, half="p")  # "8-12 AM" ends at noon
    start, end = _in_day(first.hour, half), _in_day(last.hour, last.half)
    if not last.half and last.hour <= 12:
        end = min((end, end + 12), key=lambda hour: abs((hour - start) % 24 - _USUAL_LENGTH))
    return time(start % 24, first.minute), time(end % 24, last.minute)


def _is_working_day(start: int, end: int) -> bool:
    """Whether "9-5" or "10 till 3" without am, pm or minutes is a working day."""
    length = (end - start) % 12 if end <= 12 else end - start
    is_round_the_dial = start == end and 6 <= start <= 8  # "7 to 7"
    return is_round_the_dial or (6 <= start <= 12 and 3 <= length <= 10)


def _in_day(hour: int, half: str) -> int:
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour
