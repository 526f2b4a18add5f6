"""The numbers of `signals/verdict.toml`, read once and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from signals.errors import BadRule
from signals.model import Aspect

FILE = Path(__file__).parent.parent / "verdict.toml"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How signals become a verdict; `verdict.toml` says what each number means."""

    further_signal: float
    least_evidence: float
    fully_async: float
    async_first: float
    hybrid: float
    fully_async_least_evidence: float
    fully_async_least_aspects: int
    fully_async_most_sync: float
    written_aspects: tuple[Aspect, ...]
    written_least_evidence: float
    sure_base: float
    sure_evidence: float
    sure_distance: float
    sure_full_distance: float
    unclear_base: float
    unclear_evidence: float
    claim_kept: float
    contradiction_least_weight: float
    contradiction_aspects: tuple[Aspect, ...]
    role_most: float
    badge_reasons: int
    definitive_question: str
    most_questions: int


@cache
def load(file: Path = FILE) -> Thresholds:
    """Return the thresholds in `file`.

    Raises:
        BadRule: the file is no TOML, a number is missing, or an aspect is none.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        return Thresholds(
            further_signal=raw["further_signal"],
            least_evidence=raw["least_evidence"],
            fully_async=raw["balance"]["fully_async"],
            async_first=raw["balance"]["async_first"],
            hybrid=raw["balance"]["hybrid"],
            fully_async_least_evidence=raw["fully_async"]["least_evidence"],
            fully_async_least_aspects=raw["fully_async"]["least_aspects"],
            fully_async_most_sync=raw["fully_async"]["most_sync"],
            written_aspects=tuple(Aspect(name) for name in raw["written_output"]["aspects"]),
            written_least_evidence=raw["written_output"]["least_evidence"],
            sure_base=raw["confidence"]["base"],
            sure_evidence=raw["confidence"]["evidence"],
            sure_distance=raw["confidence"]["distance"],
            sure_full_distance=raw["confidence"]["full_distance"],
            unclear_base=raw["confidence"]["unclear_base"],
            unclear_evidence=raw["confidence"]["unclear_evidence"],
            claim_kept=raw["contradiction"]["claim_kept"],
            contradiction_least_weight=raw["contradiction"]["least_weight"],
            contradiction_aspects=tuple(Aspect(name) for name in raw["contradiction"]["aspects"]),
            role_most=raw["role"]["most"],
            badge_reasons=raw["badge"]["reasons"],
            definitive_question=raw["questions"]["definitive"],
            most_questions=raw["questions"]["most"],
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadRule(f"not the expected thresholds: {error!r}", where=file.name) from error
