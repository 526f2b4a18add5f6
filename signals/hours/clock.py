"""Hours of the day across zones, in minutes; daylight saving by the rules of the zone database."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = 24 * 60
"""Minutes of a day."""

WINTER = datetime(2026, 1, 14, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, 12, tzinfo=UTC)
"""Days at which offsets are looked up: one in daylight saving, one not, in either hemisphere."""

_FIXED = re.compile(r"UTC(?P<sign>[+-])(?P<hours>\d\d):(?P<minutes>\d\d)")


def zone_of(name: str) -> tzinfo:
    """Return the zone of an IANA id or of a fixed offset such as `UTC+05:30`.

    Raises:
        ValueError: there is no such zone.
    """
    fixed = _FIXED.fullmatch(name)
    if fixed:
        minutes = int(fixed["hours"]) * 60 + int(fixed["minutes"])
        return timezone(timedelta(minutes=-minutes if fixed["sign"] == "-" else minutes))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"no time zone {name!r}") from error


def fixed_zone(hours: float) -> str:
    """Return the name of the zone that is always so many hours ahead of UTC."""
    minutes = round(abs(hours) * 60)
    return f"UTC{'-' if hours < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def offset(name: str, at: datetime = WINTER) -> int:
    """Return how many minutes a zone is ahead of UTC at that moment."""
    ahead = at.astimezone(zone_of(name)).utcoffset()
    return round(ahead.total_seconds() / 60) if ahead is not None else 0


def standard_offset(name: str) -> int:
    """Return how many minutes a zone is ahead of UTC outside daylight saving."""
    return min(offset(name, WINTER), offset(name, SUMMER))


def shared(start: int, length: int, other_start: int, other_length: int) -> int:
    """Return the minutes that two daily stretches share, each given by its start and length."""
    minutes = 0
    for shift in (-DAY, 0, DAY):
        left = max(start, other_start + shift)
        right = min(start + length, other_start + shift + other_length)
        minutes += max(0, right - left)
    return min(minutes, length, other_length)
