"""Facts about hours in words, in their own zone and in UTC."""

from __future__ import annotations

from datetime import datetime, time

import re2

from signals.hours import clock, zones
from signals.model import HoursFact, HoursKind

_NEAR = 35
"""Characters around what was found in which a wish or a demand is about it."""

_WISH = re2.compile(r"(?i)\bprefer|\bideal|\bpreference")
_DEMAND = re2.compile(r"(?i)\bmust\b|\brequire|\bonly\b|\bneeds? to\b")

_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def describe(fact: HoursFact) -> str:
    """Return one sentence that says what the fact asks for."""
    if fact.kind is HoursKind.ANY_ZONE:
        return "Any time zone is welcome."
    if fact.kind is HoursKind.RANGE:
        return f"{_verb(fact)} {_range(fact)}."
    unsettled = _unsettled(fact)
    if fact.kind is HoursKind.OVERLAP:
        amount = f"{hours_words(fact.overlap)} a day" if fact.overlap else "some time"
        return f"{_verb(fact)} {amount} shared with {_window(fact)}{_days(fact.days)}{unsettled}."
    return f"{_verb(fact)} {_window(fact)}{_days(fact.days)}{_in_utc(fact)}{unsettled}."


def _unsettled(fact: HoursFact) -> str:
    """What the ad leaves open about its zone."""
    if not fact.zones:
        return "; the ad names no time zone"
    return "; the ad does not say which" if fact.ambiguous else ""


def _verb(fact: HoursFact) -> str:
    """How much the ad insists, by the words around what was found."""
    start, end = fact.evidence.found_in_quote
    around = fact.evidence.quote[max(start - _NEAR, 0) : end + _NEAR]
    return "Prefers" if _WISH.search(around) and not _DEMAND.search(around) else "Asks for"


def zone_words(fact: HoursFact) -> str:
    """Return the zones of a fact in words: "US Eastern time", "India, Irish or Israel time"."""
    names = [zones.name_of(zone) for zone in fact.zones]
    if any(name.startswith("UTC") for name in names):
        names = [name if name.startswith("UTC") else f"{name} time" for name in names]
        return _listed(names)
    return f"{_listed(names)} time" if names else ""


def _listed(names: list[str]) -> str:
    """`India, Irish or Israel`."""
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def hours_words(hours: float) -> str:
    """Return an amount of hours, `1 hour`, `4.5 hours`."""
    return f"{round(hours, 2):g} {'hour' if hours == 1 else 'hours'}"


def clock_words(minutes: int) -> str:
    """Return minutes since midnight as an hour of the day, `21:30`."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def minutes_of(moment: time) -> int:
    """Return the minutes since midnight."""
    return moment.hour * 60 + moment.minute


def utc_words(hours: float) -> str:
    """Return so many hours ahead of UTC as an offset, `UTC-3`, `UTC+5:30`, `UTC`."""
    return zones.name_of(clock.fixed_zone(hours))


def _range(fact: HoursFact) -> str:
    if fact.west is None and fact.east is None:
        return f"{zone_words(fact)}{_unsettled(fact)}"
    if fact.west is None or fact.east is None:
        return f"a time zone no further {_furthest(fact)}"
    limits = utc_words(fact.west), utc_words(fact.east)
    if limits[0] == limits[1]:
        named = zone_words(fact)
        is_named = len(fact.zones) == 1 and named != limits[0]
        return f"{named} ({limits[0]})" if is_named else f"a time zone of {limits[0]}"
    about = "about " if fact.assumed else ""
    return f"a time zone from {about}{limits[0]} to {limits[1]}"


def _furthest(fact: HoursFact) -> str:
    """`west than UTC-5`, of a range with one end."""
    if fact.west is not None:
        return f"west than {utc_words(fact.west)}"
    return f"east than {utc_words(fact.east or 0.0)}"


def _window(fact: HoursFact) -> str:
    if fact.assumed or fact.start is None or fact.end is None:
        return f"the working day in {zone_words(fact)}" if fact.zones else "their working day"
    return f"{fact.start:%H:%M}–{fact.end:%H:%M} {zone_words(fact)}".rstrip()


def _days(days: tuple[int, ...]) -> str:
    """`, Monday to Friday`; nothing where the ad names no days."""
    if not days:
        return ""
    first = next((day for day in days if (day - 1) % 7 not in days), days[0])
    if len(days) > 2 and all((first + step) % 7 in days for step in range(len(days))):
        return f", {_WEEK[first]} to {_WEEK[(first + len(days) - 1) % 7]}"
    return f", {', '.join(_WEEK[day] for day in days)}"


def _in_utc(fact: HoursFact) -> str:
    """(14:00–22:00 UTC, 13:00–21:00 in daylight saving time)."""
    if len(fact.zones) != 1 or fact.zones[0] == "UTC" or fact.start is None or fact.end is None:
        return ""
    winter, summer = (_utc_hours(fact, at) for at in _sorted_by_offset(fact.zones[0]))
    saving = "" if winter == summer else f", {summer} in daylight saving time"
    return f" ({winter} UTC{saving})"


def _sorted_by_offset(zone: str) -> tuple[datetime, datetime]:
    """A day of standard time and one of daylight saving, in this order."""
    days = sorted((clock.WINTER, clock.SUMMER), key=lambda at: clock.offset(zone, at))
    return days[0], days[1]


def _utc_hours(fact: HoursFact, at: datetime) -> str:
    ahead = clock.offset(fact.zones[0], at)
    ends = (minutes_of(end) - ahead for end in (fact.start, fact.end) if end is not None)
    return "–".join(clock_words(end % clock.DAY) for end in ends)
