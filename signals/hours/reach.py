"""How far around a zone an ad reaches: "CET +/- 5h", "within 3 hours of Pacific"."""

from __future__ import annotations

from dataclasses import dataclass

import re2

from signals.hours.amounts import AMOUNT, hours_of
from signals.hours.zone_groups import ZoneGroup

_WESTERNMOST, _EASTERNMOST = -12.0, 14.0
"""Hours ahead of UTC of the ends of the earth's zones."""

_ABOUT = {"couple": 2.0, "few": 3.0}
"""What is meant where an ad gives no number; a fact that rests on it is called an assumption."""

_PLUS_MINUS = r"(?:\+ ?/ ?-|\+ ?-|- ?/ ?\+|~|\bplus ?/? ?(?:or )?minus|\bgive or take)"
_UNIT = r" ?(?:-? ?(?:hours?|hrs?|h)\b|time[- ]?zones?\b)"
_AFTER = re2.compile(
    r"(?i)^ ?\)?(?:[- ](?:standard|daylight))?(?: time(?:[- ]?zone)?)?,? ?"
    rf"\(?{_PLUS_MINUS} ?{AMOUNT}"
)
_BEFORE = (
    re2.compile(rf"(?i){_PLUS_MINUS} ?{AMOUNT}(?:{_UNIT})?(?: [\w']+){{0,5}} ?\(?$"),
    re2.compile(
        r"(?i)\b(?:within|no more than|not more than|at most|max(?:imum)?|up to)(?: of)?"
        rf"(?: an?| about)? {AMOUNT}{_UNIT}(?: [\w'+/-]+){{0,6}} ?\(?$"
    ),
)
_EASTWARD = re2.compile(r"(?i)\b(?:east|ahead)\b")
_WESTWARD = re2.compile(r"(?i)\b(?:west|behind)\b")
_FURTHEST = re2.compile(
    r"(?i)\b(?:no|not|never)(?: \w+){0,2} (?:further|farther|more) (west|east)(?:wards?)?"
    r" (?:than|of)(?: (?:the|us))?(?: an?)? ?\(?$"
)
"""An end beyond which one may not live, the other end left open: "no further west than EST"."""
_VAGUE = re2.compile(rf"(?i)\b(?:within )?a (couple|few)(?: of)?{_UNIT}(?: \w+){{0,3}} ?\(?$")
_AT_MOST = re2.compile(
    r"(?i)\b(?:max(?:imum)?\.?|(?:no|not)(?: be| live)? (?:more|further|farther) than) ?\(?$"
)
_HOURS_AHEAD = r" ?(\d{1,2})(?:[:.]([03])0)?"
_AHEAD_AFTER = re2.compile(
    rf"(?i)^ ?\)?,? ?(?:to|-|~|through|and|until|/|or) ?\(?([+-]){_HOURS_AHEAD}\b"
)
_AHEAD_BEFORE = re2.compile(
    rf"(?i)([+-]){_HOURS_AHEAD} ?(?:to|and|/|,) ?([+-]?){_HOURS_AHEAD} ?\(?$"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Where one may live, in hours ahead of UTC; None for an end that the ad leaves open.

    `is_assumed` where the ad gives no number; `told` are offsets without their UTC.
    """

    west: float | None
    east: float | None
    is_assumed: bool = False
    told: tuple[float, ...] = ()

    @property
    def width(self) -> float:
        """Hours from end to end; an open end lies at the end of the earth's zones."""
        west = _WESTERNMOST if self.west is None else self.west
        return (_EASTERNMOST if self.east is None else self.east) - west


def limits_of(sentence: str, group: ZoneGroup) -> Limits:
    """Return how far west and east a group of zones in a folded sentence reaches."""
    before, after = sentence[: group.start], sentence[group.end :]
    ends = _other_ends(before, after, group)
    if len(ends) == 2:
        return Limits(min(ends), max(ends), told=ends)
    west, east = min(group.limits + ends), max(group.limits + ends)
    furthest = _FURTHEST.search(before)
    if furthest:
        is_west = furthest.group(1).lower() == "west"
        return Limits(west if is_west else None, None if is_west else east)
    around = _AFTER.search(after) or _BEFORE[0].search(before) or _BEFORE[1].search(before)
    if around:
        widened = _widened(west, east, max(hours_of(around)))
        return _one_way(around.group(), Limits(west, east), widened)
    vague = _VAGUE.search(before)
    if vague:
        return _widened(west, east, _ABOUT[vague.group(1).lower()], is_assumed=True)
    return Limits(west, east)


def _one_way(words: str, zone: Limits, widened: Limits) -> Limits:
    """The widened limits, on one side only where the words say so: "3 hours east of Lisbon"."""
    is_east, is_west = _EASTWARD.search(words), _WESTWARD.search(words)
    if bool(is_east) == bool(is_west):
        return widened
    return Limits(zone.west, widened.east) if is_east else Limits(widened.west, zone.east)


def _other_ends(before: str, after: str, group: ZoneGroup) -> tuple[float, ...]:
    """Offsets told without their UTC: "UTC -5 and +4", "-4/+4 UTC".

    "Max GMT-2" counts from 0, "no more than CET-5" from the zone.
    """
    last = group.words[-1]
    if _AT_MOST.search(before) and (last.is_offset or last.shift):
        return (last.west - last.shift if last.shift else 0.0,)
    if not last.is_offset:
        return ()
    further = _AHEAD_AFTER.search(after)
    if further:
        return (_ahead(further, 1),)
    both = _AHEAD_BEFORE.search(before)
    return (_ahead(both, 1), _ahead(both, 4)) if both else ()


def _ahead(match: re2._Match[str], group: int) -> float:
    """Hours ahead of UTC; the groups from `group` on hold sign, hours and a 3 for half an hour."""
    sign, hours, half = (match.group(group + step) for step in range(3))
    return float(sign + hours) + (0.5 if half == "3" else 0) * (-1 if sign == "-" else 1)


def _widened(west: float, east: float, hours: float, *, is_assumed: bool = False) -> Limits:
    """The limits so many hours further out, as far as there are zones."""
    return Limits(max(west - hours, _WESTERNMOST), min(east + hours, _EASTERNMOST), is_assumed)
