"""The judge's lists, weights and thresholds, read once from judge.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scraper.handbook.words import Words

FILE = Path(__file__).with_name("judge.toml")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a page is what; each is explained in judge.toml."""

    handbook: float
    certain: float
    partial: float
    partial_topics: int
    least_name: float
    least_topics: int
    deep_words: int
    deep_links: int
    most_code: float
    veto: float


@dataclass(frozen=True, slots=True)
class Name:
    """What a page may call itself, and what that weighs."""

    weight: float
    words: Words


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of working together, and what naming one weighs."""

    words: Mapping[str, Words]
    in_outline: float
    in_text: float
    most: float

    def named_in(self, text: str) -> set[str]:
        """Return the names of the topics that `text` names."""
        return {topic for topic, words in self.words.items() if words.first(text)}


@dataclass(frozen=True, slots=True)
class Voice:
    """How a company speaks of itself, and what that weighs."""

    words: Words
    per_hundred: float
    most: float


@dataclass(frozen=True, slots=True)
class Extras:
    """What else speaks for a handbook."""

    address: float
    depth: float
    address_words: Words


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A kind of page that is easily taken for a handbook; `why` completes "looks like …"."""

    why: str
    weight: float
    head: Words
    text: Words
    least: int
    density: float = 0.0
    is_partial: bool = False

    def matches(self, head: str, text: str) -> bool:
        """Whether a page with this head and this text looks like it."""
        if self.head.first(head):
            return True
        found = self.text.count(text)
        return found >= self.least and found >= self.density * len(text.split()) / 1000


@dataclass(frozen=True, slots=True)
class Criteria:
    """All that the judge weighs."""

    thresholds: Thresholds
    names: tuple[Name, ...]
    topics: Topics
    voice: Voice
    extras: Extras
    look_alikes: tuple[LookAlike, ...]
    code: LookAlike
    wall: LookAlike

    def name_weight(self, head: str) -> float:
        """Return the weight of the strongest name in `head`, 0 where there is none."""
        return max((name.weight for name in self.names if name.words.first(head)), default=0.0)


@cache
def load() -> Criteria:
    """Return the criteria of judge.toml."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    topics = data["topics"]
    voice = data["voice"]
    extras = data["extras"]
    return Criteria(
        thresholds=Thresholds(**data["thresholds"]),
        names=tuple(Name(record["weight"], Words(record["patterns"])) for record in data["name"]),
        topics=Topics(
            words={topic: Words([pattern]) for topic, pattern in topics["patterns"].items()},
            in_outline=topics["in_outline"],
            in_text=topics["in_text"],
            most=topics["most"],
        ),
        voice=Voice(Words([voice["pattern"]]), voice["per_hundred"], voice["most"]),
        extras=Extras(extras["address"], extras["depth"], Words([extras["address_pattern"]])),
        look_alikes=tuple(map(_look_alike, (*data["look_alike"], data["wall"]))),
        code=_look_alike(data["code"]),
        wall=_look_alike(data["wall"]),
    )


def _look_alike(record: Mapping[str, Any]) -> LookAlike:
    head, text = Words(record.get("head", ())), Words(record.get("text", ()))
    return LookAlike(
        why=record["why"],
        weight=record["weight"],
        head=head,
        text=text,
        least=record.get("least", 1),
        density=record.get("density", 0.0),
        is_partial=record.get("is_partial", False),
    )
