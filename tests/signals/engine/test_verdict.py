"""From signals to a position: what counts, how much, and what never decides."""

from itertools import count

import pytest

from signals.engine import contradictions, scoring, thresholds
from signals.model import Aspect, Direction, Evidence, Position, Signal

LIMITS = thresholds.load()
_PLACE = count()


def signal(aspect: Aspect, direction: Direction, weight: float, rule: str = "") -> Signal:
    place = next(_PLACE)
    evidence = Evidence("x", place, place + 1, place, place + 1)
    return Signal(rule or f"{aspect}-{place}", aspect, direction, weight, evidence, "because")


def async_(aspect: Aspect, weight: float = 2.0, rule: str = "") -> Signal:
    return signal(aspect, Direction.ASYNC, weight, rule)


def sync(aspect: Aspect, weight: float = 2.0) -> Signal:
    return signal(aspect, Direction.SYNC, weight)


def judge(*signals: Signal) -> scoring.Verdict:
    return scoring.judge(signals, frozenset(), LIMITS)


def test_no_signal_is_unclear_and_surely_so() -> None:
    verdict = judge()
    assert (verdict.position, verdict.score) == (Position.UNCLEAR, 0.0)
    assert verdict.confidence > judge(async_(Aspect.HOURS, 0.8)).confidence


def test_thin_evidence_is_unclear() -> None:
    assert judge(async_(Aspect.HOURS, 1.0)).position is Position.UNCLEAR


def test_role_alone_is_never_a_verdict() -> None:
    many = [sync(Aspect.ROLE, 5.0) for _ in range(20)]
    assert judge(*many).position is Position.UNCLEAR


def test_strong_claim_alone_is_async_first_not_fully_async() -> None:
    assert judge(async_(Aspect.CLAIM, 3.0)).position is Position.ASYNC_FIRST


def test_broad_async_evidence_is_fully_async() -> None:
    verdict = judge(async_(Aspect.CLAIM, 3.0), async_(Aspect.MEETINGS), async_(Aspect.DECISIONS))
    assert verdict.position is Position.FULLY_ASYNC


def test_evidence_both_ways_is_hybrid() -> None:
    verdict = judge(async_(Aspect.DECISIONS), sync(Aspect.MEETINGS))
    assert verdict.position is Position.HYBRID


def test_sync_evidence_is_fully_sync() -> None:
    assert judge(sync(Aspect.PRESENCE, 3.0)).position is Position.FULLY_SYNC


def test_sync_evidence_with_a_writing_culture_is_sync_with_written_output() -> None:
    verdict = judge(sync(Aspect.PRESENCE, 3.0), sync(Aspect.HOURS), async_(Aspect.WRITING, 1.0))
    assert verdict.position is Position.SYNC_WITH_WRITTEN_OUTPUT


def test_repeated_evidence_of_one_aspect_saturates() -> None:
    repeated = [async_(Aspect.HOURS, 1.0) for _ in range(50)]
    assert judge(*repeated, sync(Aspect.MEETINGS, 3.0)).score < 0


def test_rule_that_fires_often_counts_once() -> None:
    repeated = [async_(Aspect.HOURS, 1.0, rule="hours-flexible") for _ in range(50)]
    assert judge(*repeated).position is Position.UNCLEAR


def test_more_evidence_gives_more_confidence() -> None:
    little = judge(sync(Aspect.PRESENCE, 2.0))
    much = judge(sync(Aspect.PRESENCE, 2.0), sync(Aspect.HOURS), sync(Aspect.MEETINGS))
    assert much.confidence > little.confidence


def test_claim_that_fixed_hours_speak_against_is_a_contradiction() -> None:
    claim, fact = async_(Aspect.CLAIM, 3.0), sync(Aspect.HOURS)
    (found,) = contradictions.find([claim, fact], LIMITS)
    assert (found.claim, found.fact) == (claim, fact)
    assert found.text == "Says it works async, yet the hours are fixed."


def test_facts_win_over_the_claim_they_contradict() -> None:
    claim, fact = async_(Aspect.CLAIM, 3.0), sync(Aspect.HOURS, 2.5)
    verdict = scoring.judge([claim, fact], frozenset([claim]), LIMITS)
    assert verdict.position is Position.FULLY_SYNC


@pytest.mark.parametrize("aspect", [Aspect.HIRING, Aspect.REALTIME, Aspect.ROLE])
def test_what_does_not_speak_about_the_team_contradicts_nothing(aspect: Aspect) -> None:
    assert not contradictions.find([async_(Aspect.CLAIM, 3.0), sync(aspect)], LIMITS)


def test_weak_fact_contradicts_nothing() -> None:
    assert not contradictions.find([async_(Aspect.CLAIM, 3.0), sync(Aspect.HOURS, 1.0)], LIMITS)
