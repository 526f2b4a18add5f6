"""What each fact about hours means in the seeker's own day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from signals.hours import clock
from signals.hours.wording import clock_words, hours_words, minutes_of, utc_words, zone_words
from signals.model import HoursFact, HoursKind
from signals.profile import Profile

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
    if fact.ambiguous or not fact.zones:
        return HoursFit(_question(fact, profile), None, None)
    if fact.kind is HoursKind.RANGE:
        return _range(fact, profile)
    choices = [replace(fact, zones=(zone,)) for zone in fact.zones]  # one, or "EST or CET"
    weighed = [_in_one_zone(choice, profile) for choice in choices]
    return max(weighed, key=lambda fit: fit.share or 0.0)


def _in_one_zone(fact: HoursFact, profile: Profile) -> HoursFit:
    if fact.kind is HoursKind.OVERLAP:
        return _overlap(fact, profile)
    return _window(fact, profile)


def _question(fact: HoursFact, profile: Profile) -> str:
    """What to ask where the ad leaves the zone open, with what each meaning would be for you."""
    if not fact.zones:
        asked = "working day" if fact.assumed else f"{fact.start:%H:%M}–{fact.end:%H:%M}"
        return f"The ad names no time zone: ask where their {asked} is."
    if fact.kind is HoursKind.RANGE:
        return f"Ask which time zone is meant: it may be {zone_words(fact)}."
    meanings = [replace(fact, zones=(zone,)) for zone in fact.zones]
    hours = [f"{_local(one, profile)} for you as {zone_words(one)}" for one in meanings]
    return f"Ask which time zone is meant: {', or '.join(hours)}."


def _place(profile: Profile) -> str:
    return profile.time_zone.split("/")[-1].replace("_", " ")


def _theirs(fact: HoursFact) -> str:
    """`their 09:00–17:00 US Eastern time`, or that these hours are assumed."""
    hours = f"{fact.start:%H:%M}–{fact.end:%H:%M} {zone_words(fact)}".rstrip()
    return f"their working day, taken as {hours}," if fact.assumed else f"their {hours}"


def _range(fact: HoursFact, profile: Profile) -> HoursFit:
    if fact.west is None and fact.east is None:
        return HoursFit("Ask which time zones are meant.", None, None)
    own = clock.standard_offset(profile.time_zone) / 60
    place = f"{_place(profile)} ({utc_words(own)})"
    beyond = _beyond(own, fact)
    if not beyond:
        return HoursFit(f"{place} lies within the time zones asked for.", 1.0, 0.0)
    text = f"{place} lies {hours_words(beyond)} outside the time zones asked for."
    return HoursFit(text, max(0.0, 1 - beyond / ONLY_ASYNC_GAP), beyond)


def _beyond(own: float, fact: HoursFact) -> float:
    """Hours from a zone to the nearer end of a range, the shorter way round the clock.

    A range with one end goes on to the date line.
    """
    if fact.west is None or fact.east is None:
        west = own if fact.west is None else fact.west
        east = own if fact.east is None else fact.east
        return max(west - own, own - east, 0.0)
    west, east = fact.west, fact.east
    around = (own - 24, own, own + 24)
    return min(max(west - zone, zone - east, 0.0) for zone in around)


def _window(fact: HoursFact, profile: Profile) -> HoursFit:
    """Such as: their 9 to 17 is 21 to 5 for you in Jakarta; 0 of 8 hours fall in your day."""
    asked, shared = _length(fact), min(_shared(fact, profile))
    fall = "falls" if shared == 60 else "fall"
    text = (
        f"{_theirs(fact)} is {_local(fact, profile)} for you in {_place(profile)}; "
        f"{_hours(shared)} of {hours_words(asked / 60)} {fall} in your day."
    )
    return HoursFit(
        text[0].upper() + text[1:], shared / asked if asked else None, _gap(fact, profile)
    )


def _overlap(fact: HoursFact, profile: Profile) -> HoursFit:
    least = min(_shared(fact, profile))
    if fact.overlap:
        share = min(1.0, least / 60 / fact.overlap)
        amount = "all" if share == 1.0 else f"{_hours(least)} of the"
        text = f"You can share {amount} {hours_words(fact.overlap)} a day asked for"
    else:
        text = f"Your day shares {hours_words(least / 60)} with theirs"
        share = min(1.0, least / 120)
    where = f": {_theirs(fact)} is {_local(fact, profile)} for you."
    return HoursFit(text + where, share, _gap(fact, profile))


def _hours(minutes: int) -> str:
    return f"{round(minutes / 60, 2):g}"


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
