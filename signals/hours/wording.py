"""Facts about hours in words, in their own zone and in UTC."""

from __future__ import annotations

from datetime import datetime, time

from signals.hours import clock
from signals.model import HoursFact, HoursKind

_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def describe(fact: HoursFact) -> str:
    """Return one sentence that says what the fact asks for."""
    if fact.kind is HoursKind.ANY_ZONE:
        return "Any time zone is welcome."
    if fact.kind is HoursKind.RANGE and fact.west is not None and fact.east is not None:
        limits = _utc(fact.west), _utc(fact.east)
        place = limits[0] if limits[0] == limits[1] else f"{limits[0]} to {limits[1]}"
        return f"Asks for a time zone of {place}."
    if fact.kind is HoursKind.OVERLAP:
        amount = f"{fact.overlap:g} hours" if fact.overlap else "some hours"
        return f"Asks for {amount} a day shared with {_window(fact)}."
    return f"Asks for {_window(fact)}, {_days(fact.days)}{_in_utc(fact)}."


def zone_words(fact: HoursFact) -> str:
    """Return the zone of a fact in words; the candidates where it is ambiguous."""
    if not fact.zones:
        return "the company's own time"
    names = [name.split("/")[-1].replace("_", " ") + " time" for name in fact.zones]
    return " or ".join(
        name.removesuffix(" time") if name.startswith("UTC") else name for name in names
    )


def clock_words(minutes: int) -> str:
    """Return minutes since midnight as an hour of the day, `21:30`."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def minutes_of(moment: time) -> int:
    """Return the minutes since midnight."""
    return moment.hour * 60 + moment.minute


def _window(fact: HoursFact) -> str:
    if fact.start is None or fact.end is None:
        return zone_words(fact)
    hours = f"{fact.start:%H:%M}–{fact.end:%H:%M}"
    return f"{'the working day of ' if fact.assumed else f'{hours} '}{zone_words(fact)}"


def _days(days: tuple[int, ...]) -> str:
    if not days or days == (0, 1, 2, 3, 4):
        return "Monday to Friday"
    if days == tuple(range(days[0], days[-1] + 1)) and len(days) > 1:
        return f"{_WEEK[days[0]]} to {_WEEK[days[-1]]}"
    return ", ".join(_WEEK[day] for day in days)


def _in_utc(fact: HoursFact) -> str:
    """(14:00–22:00 UTC, 13:00–21:00 in daylight saving time)."""
    if len(fact.zones) != 1 or fact.zones[0] == "UTC" or fact.start is None or fact.end is None:
        return ""
    winter, summer = (_utc_hours(fact, at) for at in sorted_by_offset(fact.zones[0]))
    saving = "" if winter == summer else f", {summer} in daylight saving time"
    return f" ({winter} UTC{saving})"


def sorted_by_offset(zone: str) -> tuple[datetime, datetime]:
    """Return a day of standard time and one of daylight saving, in this order."""
    days = sorted((clock.WINTER, clock.SUMMER), key=lambda at: clock.offset(zone, at))
    return days[0], days[1]


def _utc_hours(fact: HoursFact, at: datetime) -> str:
    ahead = clock.offset(fact.zones[0], at)
    ends = (minutes_of(end) - ahead for end in (fact.start, fact.end) if end is not None)
    return "–".join(clock_words(end % clock.DAY) for end in ends)


def _utc(hours: float) -> str:
    return (
        "UTC"
        if not hours
        else clock.fixed_zone(hours).removesuffix(":00").replace("+0", "+").replace("-0", "-")
    )
