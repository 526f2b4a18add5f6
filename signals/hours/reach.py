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

_PLUS_MINUS = r"(?:\+ ?/ ?-|\+ ?-|- ?/ ?\+|~|\bplus ?/? ?(?:or )?minus)"
_UNIT = r" ?(?:-? ?(?:hours?|hrs?|h)\b|time[- ]?zones?\b)"
_AFTER = re2.compile(
    rf"(?i)^ ?\)?(?:[- ](?:standard|daylight))?(?: time(?:[- ]?zone)?)? ?\(?{_PLUS_MINUS} ?{AMOUNT}"
)
_BEFORE = (
    re2.compile(rf"(?i){_PLUS_MINUS} ?{AMOUNT}(?:{_UNIT})?(?: [\w']+){{0,5}} ?\(?$"),
    re2.compile(
        r"(?i)\b(?:within|no more than|not more than|at most|max(?:imum)?|up to)(?: of)?"
        rf"(?: an?| about)? {AMOUNT}{_UNIT}(?: [\w'+/-]+){{0,6}} ?\(?$"
    ),
)
_VAGUE = re2.compile(rf"(?i)\b(?:within )?a (couple|few)(?: of)?{_UNIT}(?: \w+){{0,3}} ?\(?$")
_AT_MOST = re2.compile(r"(?i)\bmax(?:imum)?\.? ?\(?$")
_AHEAD_AFTER = re2.compile(
    r"(?i)^ ?\)?,? ?(?:to|-|~|through|and|until|/|or) ?\(?([+-]) ?(\d{1,2})\b"
)
_AHEAD_BEFORE = re2.compile(r"(?i)([+-]) ?(\d{1,2}) ?(?:to|and|/|,) ?([+-]) ?(\d{1,2}) ?\(?$")


@dataclass(frozen=True, slots=True)
class Limits:
    """Where one may live, in hours ahead of UTC; `is_assumed` where the ad gives no number."""

    west: float
    east: float
    is_assumed: bool = False


def limits_of(sentence: str, group: ZoneGroup) -> Limits:
    """Return how far west and east a group of zones in a folded sentence reaches."""
    before, after = sentence[: group.start], sentence[group.end :]
    west, east = group.limits
    if _AT_MOST.search(before) and group.words[0].is_offset:  # "max GMT-2", counted from GMT
        return Limits(min(west, 0.0), max(east, 0.0))
    if group.words[-1].is_offset:
        further = _AHEAD_AFTER.search(after)
        if further:
            other = float(further.group(1) + further.group(2))
            return Limits(min(west, other), max(east, other))
        both = _AHEAD_BEFORE.search(before)
        if both:
            ends = [float(both.group(n) + both.group(n + 1)) for n in (1, 3)]
            return Limits(min(ends), max(ends))
    around = _AFTER.search(after) or _BEFORE[0].search(before) or _BEFORE[1].search(before)
    vague = None if around else _VAGUE.search(before)
    hours = max(hours_of(around)) if around else _ABOUT[vague.group(1).lower()] if vague else 0.0
    return Limits(
        max(west - hours, _WESTERNMOST), min(east + hours, _EASTERNMOST), vague is not None
    )
