"""Compares a report with a profile and says why; the verdict on the job stays as it is.

Juniors gain from sync mentorship, senior individual contributors from async autonomy, managers sit
between; over eight hours of difference only async works; fixed commitments ask for flexibility
(design).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signals.fit.hours import ONLY_ASYNC_GAP, HoursFit, weigh
from signals.model import Aspect, Direction, HoursFact, Position, Signal
from signals.profile import CareerStage, Fit, Profile, Suitability

_ASYNC = (Position.FULLY_ASYNC, Position.ASYNC_FIRST)
_SYNC = (Position.FULLY_SYNC, Position.SYNC_WITH_WRITTEN_OUTPUT)
_GOOD, _BAD = 0.75, 0.25
"""Shares of the asked hours from which on they suit, and below which they do not."""

_MOST_REASONS = 2


@dataclass(frozen=True, slots=True)
class _Point:
    """One thing for (positive) or against the job, heavier the more it counts."""

    weight: float
    text: str


def judge(
    position: Position, signals: Sequence[Signal], facts: Sequence[HoursFact], profile: Profile
) -> Fit:
    """Return how a job goes with a profile.

    Raises:
        ValueError: the profile's time zone does not exist.
    """
    hours = [weigh(fact, profile) for fact in facts]
    points = [
        *_hours_points(hours, position),
        *_stage_points(position, profile),
        *_commitment_points(position, signals, profile),
    ]
    points.sort(key=lambda point: -abs(point.weight))
    reasons = tuple(point.text for point in points[:_MOST_REASONS])
    return Fit(_suitability(points), reasons, tuple(fit.text for fit in hours))


def _hours_points(hours: Sequence[HoursFit], position: Position) -> list[_Point]:
    known = [fit for fit in hours if fit.share is not None]
    if not known:
        return []
    worst = min(known, key=lambda fit: fit.share if fit.share is not None else 1.0)
    share = worst.share or 0.0
    weight = 3.0 if share >= _GOOD else -4.0 if share < _BAD else -1.0
    points = [_Point(weight, worst.text)]
    gap = max((fit.gap for fit in hours if fit.gap is not None), default=0.0)
    if gap > ONLY_ASYNC_GAP and share < _GOOD and position not in _ASYNC:
        text = f"You are {gap:g} hours apart: beyond eight only asynchronous work is left."
        points.append(_Point(-3.0, text))
    return points


def _stage_points(position: Position, profile: Profile) -> list[_Point]:
    texts = {
        (CareerStage.JUNIOR, True): (-1.0, "Juniors learn faster beside someone: ask who mentors."),
        (CareerStage.JUNIOR, False): (1.5, "Live work gives a junior people to learn from."),
        (CareerStage.SENIOR, True): (1.5, "Asynchronous work gives a senior room to go deep."),
        (CareerStage.SENIOR, False): (-1.0, "Set hours, places or calls leave less room to focus."),
        (CareerStage.MANAGER, True): (0.5, "Leading in writing takes practice, and scales."),
        (CareerStage.MANAGER, False): (-0.5, "Leading live means your calendar is not your own."),
    }
    if profile.stage is None or position not in (*_ASYNC, *_SYNC):
        return []
    return [_Point(*texts[profile.stage, position in _ASYNC])]


def _commitment_points(
    position: Position, signals: Sequence[Signal], profile: Profile
) -> list[_Point]:
    if not profile.fixed_commitments:
        return []
    leanings = {one.direction for one in signals if one.aspect is Aspect.HOURS}
    if Direction.SYNC in leanings:
        return [_Point(-2.0, "Set hours may collide with the hours you have promised elsewhere.")]
    if Direction.ASYNC in leanings or position in _ASYNC:
        return [_Point(2.0, "Hours you choose leave room for what you have promised elsewhere.")]
    return []


def _suitability(points: Sequence[_Point]) -> Suitability:
    if not points:
        return Suitability.UNKNOWN
    total = sum(point.weight for point in points)
    if total >= 1.0:
        return Suitability.WELL
    return Suitability.POORLY if total <= -2.0 else Suitability.PARTLY
