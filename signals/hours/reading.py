"""From the signals about hours to facts: windows, ranges of zones, overlaps.

Only sentences in which a rule of the aspect `hours` found a signal are read, so that what the
guards turned down (customers' hours, deadlines, other companies) never becomes a fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time

import re2

from signals.engine.folding import fold
from signals.hours import amounts, clock, day_times, weekdays, zones
from signals.hours.day_times import DaySpan
from signals.hours.reach import Limits, limits_of
from signals.hours.zone_groups import ZoneGroup, grouped
from signals.model import Aspect, Evidence, HoursFact, HoursKind, Posting, Signal

_BUSINESS_DAY = (time(9), time(17))
_LINK = (
    r"(?:as|to|with|from|of|our|the|main|own|is|are|in|or|near|within|preferred|away"
    r"|time|(?:time[- ]?)?zones?)"
)
_TO_GROUP = re2.compile(rf"(?i)^[ (,]*(?:{_LINK}\b[ (,]*){{0,6}}$")
"""What may stand between the words of a find and the zone they are about: "+/- 2 hours from
London", "our time zone (CET)". A zone further off is another matter, such as an office."""

_HOURS_OF_A_ZONE = re2.compile(r"(?i)^(?:hours|schedule)(?: are| is| ?:| -) ")
"""Begins a find that names no place to live but whose hours to keep: "Working hours: EST"."""

_EITHER = re2.compile(r"(?i)\bor\b|/")
"""Stands between the same hours of two zones of which one will do."""


def find(posting: Posting, signals: Sequence[Signal]) -> tuple[HoursFact, ...]:
    """Return the facts about hours in a posting, in the order they stand, no two alike.

    Hours told once with their days and once without are told with them.
    """
    location, text = fold(posting.location or ""), fold(posting.text)
    found: dict[tuple[object, tuple[int, ...]], HoursFact] = {}
    for signal in signals:
        if signal.aspect is Aspect.HOURS:
            for fact in _facts(signal, location, text):
                found.setdefault((_saying(fact), fact.days), fact)
    with_days = {saying for saying, days in found if days}
    return tuple(fact for (saying, days), fact in found.items() if days or saying not in with_days)


def _saying(fact: HoursFact) -> tuple[object, ...]:
    """What a fact says, its evidence and its days aside."""
    return (fact.kind, fact.zones, fact.start, fact.end, fact.west, fact.east, fact.overlap)


def _facts(signal: Signal, location: str, text: str) -> Iterator[HoursFact]:
    evidence = signal.evidence
    sentence = fold(evidence.quote)
    if signal.rule == "hours-any-zone":
        yield HoursFact(HoursKind.ANY_ZONE, evidence)
        return
    groups = grouped(sentence, zones.find(sentence, (location, sentence, text)))
    if signal.rule in ("hours-zone-range", "hours-zone-narrow"):
        start, end = evidence.found_in_quote
        if _HOURS_OF_A_ZONE.search(sentence[start:end]):
            yield from _window(evidence, sentence, groups, is_business_day=True)
        else:
            yield from _range(evidence, sentence, groups)
    elif signal.rule.startswith("hours-overlap") or amounts.overlap(sentence) is not None:
        yield from _overlap(evidence, sentence, groups)
    elif signal.rule.startswith(("hours-fixed", "hours-core")):
        yield from _window(evidence, sentence, groups, signal.rule.startswith("hours-core"))


def _window(
    evidence: Evidence, sentence: str, groups: Sequence[ZoneGroup], is_business_day: bool
) -> Iterator[HoursFact]:
    """All hours of a sentence; a zone's business hours without numbers are its usual day."""
    spans = _spans(sentence)
    told: list[HoursFact] = []
    until = 0
    for span, days in spans:
        group = _belonging(groups, (span.at, span.until))
        fact = _fact(HoursKind.WINDOW, evidence, group, (span.start, span.end), days)
        told = _with(told, fact, is_either=_EITHER.search(sentence[until : span.at]) is not None)
        until = span.until
    yield from told
    place = evidence.found_in_quote
    group = _belonging(groups, place)
    if not spans and group and is_business_day:
        (days,) = weekdays.days_of(sentence, [place])
        yield _fact(HoursKind.WINDOW, evidence, group, None, days)


def _spans(sentence: str) -> list[tuple[DaySpan, tuple[int, ...]]]:
    """The hours of a sentence, each with its days."""
    spans = list(day_times.find_spans(sentence))
    days = weekdays.days_of(sentence, [(span.at, span.until) for span in spans])
    return list(zip(spans, days, strict=True))


def _with(told: list[HoursFact], fact: HoursFact, *, is_either: bool) -> list[HoursFact]:
    """The hours told so far and those of the next fact, unless they are the same in another zone.

    "9-5 Eastern or 9-5 Pacific" is one window with a choice.
    """
    if not told or told[-1].zones == fact.zones or not (told[-1].zones and fact.zones):
        return [*told, fact]
    last = told[-1]
    if _is_same_time(last, fact):
        return [*told[:-1], replace(last, days=last.days or fact.days)]
    is_choice = is_either and (last.start, last.end) == (fact.start, fact.end)
    if is_choice and not (last.ambiguous or fact.ambiguous):
        merged = replace(last, zones=last.zones + fact.zones, days=last.days or fact.days)
        return [*told[:-1], merged]
    return [*told, fact]


def _is_same_time(one: HoursFact, other: HoursFact) -> bool:
    """Whether two windows are the same hours of the world: "9-5 ET / 6-2 PT"."""
    if one.ambiguous or other.ambiguous or len(one.zones) + len(other.zones) != 2:
        return False
    return any(_in_utc(one, at) == _in_utc(other, at) for at in (clock.WINTER, clock.SUMMER))


def _in_utc(fact: HoursFact, at: datetime) -> tuple[int, ...]:
    ahead = clock.offset(fact.zones[0], at)
    ends = (end for end in (fact.start, fact.end) if end is not None)
    return tuple((end.hour * 60 + end.minute - ahead) % clock.DAY for end in ends)


def _overlap(evidence: Evidence, sentence: str, groups: Sequence[ZoneGroup]) -> Iterator[HoursFact]:
    """The overlap of a sentence, or one with each zone where each has an amount of its own."""
    told = amounts.overlaps(sentence)
    if not len(told) == len(groups) > 1:
        yield _one_overlap(evidence, sentence, groups)
        return
    for amount in told:
        group = _belonging(groups, (amount.at, amount.until))
        yield _fact(HoursKind.OVERLAP, evidence, group, None, (), amount.hours)


def _one_overlap(evidence: Evidence, sentence: str, groups: Sequence[ZoneGroup]) -> HoursFact:
    place, amount = evidence.found_in_quote, amounts.overlap(sentence)
    spans = _spans(sentence)
    if not spans:
        (days,) = weekdays.days_of(sentence, [place])
        return _fact(HoursKind.OVERLAP, evidence, _belonging(groups, place), None, days, amount)
    span, days = min(spans, key=lambda one: _gap(one[0], place[1]))
    group = _belonging(groups, (span.at, span.until))
    return _fact(HoursKind.OVERLAP, evidence, group, (span.start, span.end), days, amount)


def _fact(
    kind: HoursKind,
    evidence: Evidence,
    group: ZoneGroup | None,
    hours: tuple[time, time] | None,
    days: tuple[int, ...],
    overlap: float | None = None,
) -> HoursFact:
    """A window or an overlap; without hours the usual ones are assumed."""
    start, end = hours or _BUSINESS_DAY
    names = group.zones if group else ()
    unsettled = group is not None and len(names) > 1 and (group.is_ambiguous or group.is_region)
    return HoursFact(
        kind, evidence, names, unsettled, start, end, hours is None, days, overlap=overlap
    )


def _gap(span: DaySpan, place: int) -> int:
    """Characters between hours and a place in the sentence."""
    return max(span.at - place, place - span.until)


def _belonging(groups: Sequence[ZoneGroup], stretch: tuple[int, int]) -> ZoneGroup | None:
    """The group nearest behind a stretch of the sentence, else nearest before it."""
    start, end = stretch
    return min(
        groups, key=lambda group: (group.end <= start, group.distance(start, end)), default=None
    )


def _range(evidence: Evidence, sentence: str, groups: Sequence[ZoneGroup]) -> Iterator[HoursFact]:
    start, end = evidence.found_in_quote
    linked = [group for group in groups if _is_linked(sentence, group, start, end)]
    group = min(linked, key=lambda one: one.distance(start, end), default=None)
    if group is None:
        return
    if group.is_ambiguous:
        yield HoursFact(HoursKind.RANGE, evidence, group.zones, True)
        return
    limits = _limits(sentence, group, groups)
    yield HoursFact(
        HoursKind.RANGE,
        evidence,
        tuple(map(clock.fixed_zone, limits.told)) or group.zones,
        False,
        assumed=limits.is_assumed,
        west=limits.west,
        east=limits.east,
    )


def _limits(sentence: str, group: ZoneGroup, groups: Sequence[ZoneGroup]) -> Limits:
    """The widest limits told of the group's zones: "CST work, within 3 hours of CST"."""
    again = (one for one in groups if one is not group and one.zones == group.zones)
    return max((limits_of(sentence, one) for one in (group, *again)), key=lambda one: one.width)


def _is_linked(sentence: str, group: ZoneGroup, start: int, end: int) -> bool:
    """Whether a group is what a find at `start` to `end` is about."""
    if group.distance(start, end) == 0:
        return True
    between = sentence[end : group.start] if group.start >= end else sentence[group.end : start]
    return _TO_GROUP.search(between) is not None
