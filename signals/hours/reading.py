"""From the signals about hours to facts: windows, ranges of zones, overlaps.

Only sentences in which a rule of the aspect `hours` found a signal are read, so that what the
guards turned down (customers' hours, deadlines, other companies) never becomes a fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

import re2

from signals.engine.folding import fold
from signals.hours import day_times, zones
from signals.hours.zones import ZoneWord
from signals.model import Aspect, Evidence, HoursFact, HoursKind, Posting, Signal

_WESTERNMOST, _EASTERNMOST = -12.0, 14.0
"""Hours ahead of UTC of the ends of the earth's zones."""

_BUSINESS_DAY = (time(9), time(17))
_COUNTING = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HOURS = r"(\d{1,2}(?:\.\d)?|" + "|".join(_COUNTING) + r")(?: ?\(\d+\))?[+]?(?: ?- ?|\s*)"
_OVERLAP = (
    re2.compile(rf"(?i){_HOURS}(?:hours?|hrs?|h)\b(?: \S+){{0,5}} (?:overlap|shared)"),
    re2.compile(rf"(?i)\boverlap\w*(?: \S+){{0,8}}? {_HOURS}(?:\w+ )?(?:hours?|hrs?|h)\b"),
    re2.compile(rf"(?i)\b(?:cross|share)(?: \S+){{0,3}} {_HOURS}(?:hours?|hrs?|h)\b"),
)
_PLUS_MINUS = re2.compile(
    rf"(?i)^ ?\)?(?: time(?: ?zone)?)? ?\(?(?:\+ ?/ ?-|\+ ?-|- ?/ ?\+|~) ?{_HOURS}"
    r"(?:h|hours?|hrs?)?\b"
)
_WITHIN = re2.compile(
    rf"(?i)\b(?:within|no more than|at most|max(?:imum)?|up to) ?(?:\+/- ?|\+-|~)?{_HOURS}"
    r"(?:h|hours?|hrs?|time ?zones?)?\b(?: \w+){0,4} ?$"
)
_TO = re2.compile(
    r"(?i)^ ?\)?,? ?(?:time)?(?: ?zones?)? ?(?:-|to|through|and|until|or|/)(?: \w+){0,5} ?\(?$"
)
_AHEAD = re2.compile(r"^ ?\)?,? ?(?:to|-|through|and|until|/|or) ?\(?([+-]) ?(\d{1,2})\b")


def find(posting: Posting, signals: Sequence[Signal]) -> tuple[HoursFact, ...]:
    """Return the facts about hours in a posting, in the order they stand, no two alike."""
    context = fold(f"{posting.location or ''}\n{posting.text}")
    found: dict[tuple[object, ...], HoursFact] = {}
    for signal in signals:
        if signal.aspect is Aspect.HOURS:
            for fact in _facts(signal, context):
                found.setdefault(_saying(fact), fact)
    return tuple(found.values())


def _saying(fact: HoursFact) -> tuple[object, ...]:
    """What a fact says, its evidence aside."""
    return (fact.kind, fact.zones, fact.start, fact.end, fact.west, fact.east, fact.overlap)


def _facts(signal: Signal, context: str) -> Iterator[HoursFact]:
    evidence = signal.evidence
    sentence = fold(evidence.quote)
    if signal.rule == "hours-any-zone":
        yield HoursFact(HoursKind.ANY_ZONE, evidence)
        return
    words = zones.find(sentence, context)
    if signal.rule == "hours-zone-range":
        limits = _range(sentence, words)
        if limits:
            yield HoursFact(
                HoursKind.RANGE, evidence, _names(words), False, west=limits[0], east=limits[1]
            )
    elif signal.rule == "hours-overlap" or _overlap(sentence) is not None:
        yield _overlapping(evidence, sentence, words)
    elif signal.rule in ("hours-fixed", "hours-core"):
        yield from _window(evidence, sentence, words, signal.rule == "hours-core")


def _names(words: Sequence[ZoneWord]) -> tuple[str, ...]:
    return words[0].zones if words else ()


def _window(
    evidence: Evidence, sentence: str, words: Sequence[ZoneWord], business: bool
) -> Iterator[HoursFact]:
    span = day_times.find_span(sentence)
    zone = _nearest(words, span.at if span else evidence.found_start - evidence.start)
    ambiguous = zone is not None and len(zone.zones) > 1
    names = zone.zones if zone else ()
    days = day_times.find_days(sentence)
    if span:
        yield HoursFact(
            HoursKind.WINDOW, evidence, names, ambiguous, span.start, span.end, False, days
        )
    elif business and zone:
        yield HoursFact(HoursKind.WINDOW, evidence, names, ambiguous, *_BUSINESS_DAY, True, days)


def _nearest(words: Sequence[ZoneWord], at: int) -> ZoneWord | None:
    """The zone word closest behind a place, else closest before it."""
    return min(words, key=lambda word: (word.start < at, abs(word.start - at)), default=None)


def _overlapping(evidence: Evidence, sentence: str, words: Sequence[ZoneWord]) -> HoursFact:
    span = day_times.find_span(sentence)
    zone = _nearest(words, evidence.found_start - evidence.start)
    start, end = (span.start, span.end) if span else _BUSINESS_DAY
    return HoursFact(
        HoursKind.OVERLAP,
        evidence,
        zone.zones if zone else (),
        zone is not None and zone.is_ambiguous,
        start,
        end,
        span is None,
        day_times.find_days(sentence),
        overlap=_overlap(sentence),
    )


def _overlap(sentence: str) -> float | None:
    for pattern in _OVERLAP:
        match = pattern.search(sentence)
        if match:
            return _hours(match.group(1))
    return None


def _hours(text: str) -> float:
    return float(_COUNTING.index(text.lower())) if text.lower() in _COUNTING else float(text)


def _range(sentence: str, words: Sequence[ZoneWord]) -> tuple[float, float] | None:
    """The zones one may live in, as hours ahead of UTC from west to east; None where unsaid."""
    limits = _around(sentence, words) or _from_to(sentence, words)
    if limits:
        return limits
    clear = [word for word in words if not word.is_ambiguous]
    if not clear:
        return None
    return min(word.west for word in clear), max(word.east for word in clear)


def _around(sentence: str, words: Sequence[ZoneWord]) -> tuple[float, float] | None:
    """Limits such as "CET +/- 5h" or "within 3 hours of Pacific"."""
    for word in words:
        match = _PLUS_MINUS.search(sentence[word.end :]) or _WITHIN.search(sentence[: word.start])
        if match:
            reach = _hours(match.group(1))
            return max(word.west - reach, _WESTERNMOST), min(word.east + reach, _EASTERNMOST)
    return None


def _from_to(sentence: str, words: Sequence[ZoneWord]) -> tuple[float, float] | None:
    """Limits such as "UTC-1 to UTC+3", "UTC -5 and +4" or "PST to CET"."""
    for index, word in enumerate(words):
        bare = _AHEAD.search(sentence[word.end :])
        if bare and word.west == word.east:
            other = float(bare.group(1) + bare.group(2))
            return min(word.west, other), max(word.east, other)
        following = words[index + 1] if index + 1 < len(words) else None
        if following and _TO.search(sentence[word.end : following.start]):
            return min(word.west, following.west), max(word.east, following.east)
    return None
