"""How often each rule was right on labelled ads, as `bench.rule_precision` measured it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent.parent / "measured.toml"


@dataclass(frozen=True, slots=True)
class Measured:
    """Finds of one rule in the labelled ads, and how many of them a careful reader marked too."""

    found: int
    right: int

    def __str__(self) -> str:
        """In words, as the rule book shows it."""
        return f"right {self.right} of {self.found} times in labelled ads"


@cache
def measured() -> dict[str, Measured]:
    """Return what was measured, by rule; rules that found nothing are missing."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {rule: Measured(**counts) for rule, counts in raw["rules"].items()}
