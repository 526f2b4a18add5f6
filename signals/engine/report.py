"""Puts the report together: signals, verdict, contradictions, questions, badge."""

from __future__ import annotations

from collections.abc import Sequence

from signals.engine import contradictions, scoring, thresholds
from signals.engine.matching import matcher_of
from signals.engine.scoring import Verdict
from signals.engine.thresholds import Thresholds
from signals.fit import judging as fit
from signals.hours import reading as hours
from signals.language import detect, name_of
from signals.model import (
    Aspect,
    Badge,
    Direction,
    Position,
    Posting,
    Question,
    Report,
    Signal,
)
from signals.profile import Profile
from signals.rulebook import RuleBook, load


def analyze(posting: Posting | str, *, profile: Profile | None = None) -> Report:
    """Return the report on a posting, or on a text taken as one; with a profile, its fit too.

    Raises:
        ValueError: the profile's time zone does not exist.
    """
    if isinstance(posting, str):
        posting = Posting(posting)
    rulebook, limits = load(), thresholds.load()
    language = detect(posting.text)
    signals = matcher_of(language).find(posting) if language in rulebook.languages else ()
    contradicted = contradictions.find(signals, limits)
    verdict = scoring.judge(signals, contradictions.claims(signals, contradicted), limits)
    facts = hours.find(posting, signals)
    fitting = fit.judge(verdict.position, signals, facts, profile) if profile else None
    return Report(
        signals=signals,
        position=verdict.position,
        score=verdict.score,
        confidence=verdict.confidence,
        contradictions=contradicted,
        questions=_questions(signals, rulebook, limits),
        badge=_badge(signals, verdict, limits),
        rulebook=rulebook.version,
        language=language,
        unread_language=None if language in rulebook.languages else name_of(language),
        facts=facts,
        fit=fitting,
    )


def _questions(
    signals: Sequence[Signal], rulebook: RuleBook, limits: Thresholds
) -> tuple[Question, ...]:
    spoken_of = {signal.aspect for signal in signals}
    silent = [
        Question(question.text, question.aspect)
        for question in rulebook.questions
        if question.aspect not in spoken_of
    ]
    return (*silent[: limits.most_questions - 1], Question(limits.definitive_question))


def _badge(signals: Sequence[Signal], verdict: Verdict, limits: Thresholds) -> Badge:
    """The strongest reasons, one an aspect and direction; those that agree with it all first."""
    leaning = _leaning(verdict)
    ordered = sorted(
        signals, key=lambda signal: (leaning not in (None, signal.direction), -signal.weight)
    )
    reasons: dict[tuple[Aspect, Direction], Signal] = {}
    for signal in ordered:
        reasons.setdefault((signal.aspect, signal.direction), signal)
    return Badge(
        verdict.position.label,
        verdict.position,
        verdict.confidence,
        tuple(reasons.values())[: limits.badge_reasons],
    )


def _leaning(verdict: Verdict) -> Direction | None:
    if verdict.position in (Position.FULLY_ASYNC, Position.ASYNC_FIRST):
        return Direction.ASYNC
    if verdict.position in (Position.FULLY_SYNC, Position.SYNC_WITH_WRITTEN_OUTPUT):
        return Direction.SYNC
    return None
