"""Names the claims of working async that the facts of the same posting speak against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from signals.engine.thresholds import Thresholds
from signals.model import Aspect, Contradiction, Direction, Signal

_FACTS = {
    Aspect.MEETINGS: "it has regular live meetings",
    Aspect.DECISIONS: "decisions are made in live talk",
    Aspect.RESPONSE: "answers are expected at once",
    Aspect.HOURS: "the hours are fixed",
    Aspect.PRESENCE: "people must be in one place",
}


def find(signals: Sequence[Signal], thresholds: Thresholds) -> tuple[Contradiction, ...]:
    """Return one contradiction for each aspect whose facts speak against the async claim."""
    claim = max(_async_claims(signals), key=lambda signal: signal.weight, default=None)
    if claim is None:
        return ()
    return tuple(
        Contradiction(claim, fact, f"Says it works async, yet {_FACTS[fact.aspect]}.")
        for fact in _strongest_facts(signals, thresholds)
    )


def _strongest_facts(signals: Sequence[Signal], thresholds: Thresholds) -> list[Signal]:
    facts: dict[Aspect, Signal] = {}
    for signal in signals:
        if _speaks_against(signal, thresholds):
            known = facts.get(signal.aspect)
            if known is None or signal.weight > known.weight:
                facts[signal.aspect] = signal
    return list(facts.values())


def _speaks_against(signal: Signal, thresholds: Thresholds) -> bool:
    return (
        signal.direction is Direction.SYNC
        and signal.aspect in thresholds.contradiction_aspects
        and signal.weight >= thresholds.contradiction_least_weight
    )


def claims(signals: Sequence[Signal], found: Sequence[Contradiction]) -> frozenset[Signal]:
    """Return every async claim, once a fact speaks against one: they say the same thing."""
    return frozenset(_async_claims(signals)) if found else frozenset()


def _async_claims(signals: Sequence[Signal]) -> Iterator[Signal]:
    for signal in signals:
        if signal.aspect is Aspect.CLAIM and signal.direction is Direction.ASYNC:
            yield signal
