"""Weighs signals against each other: evidence, balance, position, confidence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from signals.engine.thresholds import Thresholds
from signals.model import Aspect, Direction, Position, Signal

Weights = dict[tuple[Aspect, Direction], float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the evidence puts a posting; see `Report` for the ranges."""

    position: Position
    score: float
    confidence: float


def judge(
    signals: Iterable[Signal], contradicted: frozenset[Signal], thresholds: Thresholds
) -> Verdict:
    """Return the verdict on `signals`; claims in `contradicted` count only in part."""
    weights = _weights(signals, contradicted, thresholds)
    async_ = _sum(weights, Direction.ASYNC)
    sync = _sum(weights, Direction.SYNC)
    evidence = async_ + sync
    balance = (async_ - sync) / evidence if evidence else 0.0
    only_role = all(aspect is Aspect.ROLE for aspect, _ in weights)
    leading = max(async_, sync)
    if leading < thresholds.least_evidence or only_role:
        confidence = _sure_of_unclear(leading, thresholds)
        return Verdict(Position.UNCLEAR, round(balance, 3), round(confidence, 3))
    position = _position(balance, weights, thresholds)
    confidence = _sure(balance, evidence, thresholds)
    return Verdict(position, round(balance, 3), round(confidence, 3))


def evidence_of(
    signals: Iterable[Signal], contradicted: frozenset[Signal], thresholds: Thresholds
) -> tuple[float, float]:
    """Return how much evidence there is in all, and in the direction that has more; see `judge`."""
    weights = _weights(signals, contradicted, thresholds)
    sums = [_sum(weights, direction) for direction in Direction]
    return sum(sums), max(sums)


def _weights(
    signals: Iterable[Signal], contradicted: frozenset[Signal], thresholds: Thresholds
) -> Weights:
    """Saturated evidence of each aspect and direction; each rule counts once."""
    strongest: dict[tuple[Aspect, Direction], dict[str, float]] = defaultdict(dict)
    for signal in signals:
        weight = signal.weight * (thresholds.claim_kept if signal in contradicted else 1.0)
        rules = strongest[signal.aspect, signal.direction]
        rules[signal.rule] = max(weight, rules.get(signal.rule, 0.0))
    return {
        key: _capped(key[0], _saturated(rules.values(), thresholds), thresholds)
        for key, rules in strongest.items()
    }


def _saturated(weights: Iterable[float], thresholds: Thresholds) -> float:
    ordered = sorted(weights, reverse=True)
    return sum(weight * thresholds.further_signal**index for index, weight in enumerate(ordered))


def _capped(aspect: Aspect, weight: float, thresholds: Thresholds) -> float:
    return min(weight, thresholds.role_most) if aspect is Aspect.ROLE else weight


def _sum(weights: Weights, direction: Direction) -> float:
    return sum(weight for (_, leaning), weight in weights.items() if leaning is direction)


def _position(balance: float, weights: Weights, thresholds: Thresholds) -> Position:
    if balance >= thresholds.fully_async and _is_pure(weights, thresholds):
        return Position.FULLY_ASYNC
    if balance >= thresholds.async_first:
        return Position.ASYNC_FIRST
    if balance > thresholds.hybrid:
        return Position.HYBRID
    written = sum(
        weights.get((aspect, Direction.ASYNC), 0.0) for aspect in thresholds.written_aspects
    )
    if written >= thresholds.written_least_evidence:
        return Position.SYNC_WITH_WRITTEN_OUTPUT
    return Position.FULLY_SYNC


def _is_pure(weights: Weights, thresholds: Thresholds) -> bool:
    """Much async evidence, of several aspects, and hardly any of the other kind."""
    aspects = sum(1 for aspect, leaning in weights if leaning is Direction.ASYNC)
    return (
        _sum(weights, Direction.ASYNC) >= thresholds.fully_async_least_evidence
        and _sum(weights, Direction.SYNC) <= thresholds.fully_async_most_sync
        and aspects >= thresholds.fully_async_least_aspects
    )


def _sure(balance: float, evidence: float, thresholds: Thresholds) -> float:
    """How often a position on that much evidence, that far from the next cut, is right."""
    cuts = (thresholds.fully_async, thresholds.async_first, thresholds.hybrid)
    distance = min(abs(balance - cut) for cut in cuts)
    return _share(
        thresholds.sure_base
        + thresholds.sure_evidence * math.log1p(evidence)
        + thresholds.sure_distance * min(distance, thresholds.sure_full_distance)
    )


def _sure_of_unclear(evidence: float, thresholds: Thresholds) -> float:
    """How often a careful reader finds the ad unclear too, on that little evidence."""
    return _share(thresholds.unclear_base + thresholds.unclear_evidence * evidence)


def _share(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
