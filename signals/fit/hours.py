"""What each fact about hours means in the seeker's own day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from signals.hours import clock
from signals.hours.wording import clock_words, minutes_of, zone_words
from signals.model import HoursFact, HoursKind, Profile

ONLY_ASYNC_GAP = 8.0
"""Hours between two working days from which on only asynchronous work is left (design)."""


@dataclass(frozen=True, slots=True)
class HoursFit:
    """How one fact goes with a profile.

    Attributes:
        text: what it means, one sentence.
        share: how much of what is asked falls in the seeker's day, 0.0 to 1.0; None where unknown.
        gap: hours between the zones, or None where the ad names no zone.
    """

    text: str
    share: float | None
    gap: float | None


def weigh(fact: HoursFact, profile: Profile) -> HoursFit:
    """Return what a fact means for a profile."""
    if fact.kind is HoursKind.ANY_ZONE:
        return HoursFit("Your time zone is as good as any.", 1.0, None)
    if fact.kind is HoursKind.RANGE:
        return _range(fact, profile)
    if len(fact.zones) != 1:
        named = zone_words(fact)
        unsettled = "the ad names no time zone" if not fact.zones else f"it may mean {named}"
        return HoursFit(f"Ask which time zone is meant: {unsettled}.", None, None)
    if fact.kind is HoursKind.OVERLAP:
        return _overlap(fact, profile)
    return _window(fact, profile)


def _place(profile: Profile) -> str:
    return profile.time_zone.split("/")[-1].replace("_", " ")


def _range(fact: HoursFact, profile: Profile) -> HoursFit:
    if fact.west is None or fact.east is None:
        return HoursFit("Ask which time zones are meant.", None, None)
    own = clock.standard_offset(profile.time_zone) / 60
    beyond = max(fact.west - own, own - fact.east, 0.0)
    if not beyond:
        return HoursFit(f"{_place(profile)} lies within the time zones asked for.", 1.0, 0.0)
    hours = f"{beyond:g} {'hour' if beyond == 1 else 'hours'}"
    text = f"{_place(profile)} lies {hours} outside the time zones asked for."
    return HoursFit(text, max(0.0, 1 - beyond / ONLY_ASYNC_GAP), beyond)


def _window(fact: HoursFact, profile: Profile) -> HoursFit:
    """Such as: their 9 to 17 in New York is 21 to 5 in Jakarta; 0 of 8 hours fall in your day."""
    asked, shared = _length(fact), _shared(fact, profile)
    theirs = f"Their {fact.start:%H:%M}–{fact.end:%H:%M} {zone_words(fact)}"
    least = min(shared)
    text = (
        f"{theirs} is {_local(fact, profile)} for you in {_place(profile)}; "
        f"{least / 60:g} of {asked / 60:g} hours fall in your day."
    )
    return HoursFit(text, least / asked if asked else None, _gap(fact, profile))


def _overlap(fact: HoursFact, profile: Profile) -> HoursFit:
    least = min(_shared(fact, profile))
    if fact.overlap:
        text = f"You can share {least / 60:g} of the {fact.overlap:g} hours a day asked for"
        share = min(1.0, least / 60 / fact.overlap)
    else:
        text = f"Your day shares {least / 60:g} hours with theirs"
        share = min(1.0, least / 120)
    where = f": their {fact.start:%H:%M}–{fact.end:%H:%M} is {_local(fact, profile)} for you."
    return HoursFit(text + where, share, _gap(fact, profile))


def _length(fact: HoursFact) -> int:
    """Minutes of the window, past midnight where the end is earlier."""
    if fact.start is None or fact.end is None:
        return 0
    return (minutes_of(fact.end) - minutes_of(fact.start)) % clock.DAY or clock.DAY


def _start_there(fact: HoursFact, profile: Profile, at: datetime) -> int:
    """Minutes since the seeker's midnight at which the window begins."""
    start = minutes_of(fact.start) if fact.start else 0
    shift = clock.offset(profile.time_zone, at) - clock.offset(fact.zones[0], at)
    return (start + shift) % clock.DAY


def _shared(fact: HoursFact, profile: Profile) -> tuple[int, int]:
    """Minutes of the window within the seeker's day, in winter and in summer."""
    own_start = minutes_of(profile.start)
    own_length = (minutes_of(profile.end) - own_start) % clock.DAY or clock.DAY
    winter, summer = (
        clock.shared(_start_there(fact, profile, at), _length(fact), own_start, own_length)
        for at in (clock.WINTER, clock.SUMMER)
    )
    return winter, summer


def _local(fact: HoursFact, profile: Profile) -> str:
    """The window on the seeker's clock; both where daylight saving shifts it."""
    spans = []
    for at in (clock.WINTER, clock.SUMMER):
        start = _start_there(fact, profile, at)
        spans.append(f"{clock_words(start)}–{clock_words(start + _length(fact))}")
    return spans[0] if spans[0] == spans[1] else f"{spans[0]} (in July {spans[1]})"


def _gap(fact: HoursFact, profile: Profile) -> float:
    """Hours between the two zones, the shorter way round the clock."""
    own, theirs = clock.standard_offset(profile.time_zone), clock.standard_offset(fact.zones[0])
    apart = abs(own - theirs) % clock.DAY
    return min(apart, clock.DAY - apart) / 60
