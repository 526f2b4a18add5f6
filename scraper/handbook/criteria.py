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
    weak_name: float
    partial_topics: int
    partial_employment: int
    veto: float
    deep_words: int
    deep_links: int
    most_code: float
    sign_in_words: int


@dataclass(frozen=True, slots=True)
class Name:
    """What a page may call itself.

    Attributes:
        weight: what that weighs.
        words: how it is spelled.
        least_employment: topics of employment that such a page must name to be a handbook; None
            where it never is one.
    """

    weight: float
    words: Words
    least_employment: int | None = None

    def is_borne_out(self, topics: int) -> bool:
        """Whether naming so many `topics` of employment makes such a page a handbook."""
        return self.least_employment is not None and topics >= self.least_employment


_NAMELESS = Name(0.0, Words(()))


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics of one kind, and what naming one weighs."""

    words: Mapping[str, Words]
    in_outline: float
    in_text: float
    most: float

    def named_in(self, text: str) -> set[str]:
        """Return the names of the topics that `text` names."""
        return {topic for topic, words in self.words.items() if words.found_in(text)}

    def weight(self, in_outline: set[str], in_text: set[str]) -> float:
        """Return what the topics named in the outline, and those only in the text, weigh."""
        summed = len(in_outline) * self.in_outline + len(in_text) * self.in_text
        return min(summed, self.most)


@dataclass(frozen=True, slots=True)
class Voice:
    """How a company speaks of itself, and what that weighs."""

    words: Words
    per_hundred: float
    most: float


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A kind of page that is easily taken for a handbook; `why` completes "looks like …"."""

    why: str
    weight: float
    head: Words
    unless: Words
    text: Words
    least: int
    density: float = 0.0
    is_partial: bool = False

    def is_called(self, head: str) -> bool:
        """Whether a page with this head calls itself so."""
        return self.head.found_in(head) and not self.unless.found_in(head)

    def matches(self, head: str, text: str) -> bool:
        """Whether a page with this head and this text looks like it."""
        if self.is_called(head):
            return True
        found = self.text.count(text)
        return found >= self.least and found >= self.density * len(text.split()) / 1000


@dataclass(frozen=True, slots=True)
class Criteria:
    """All that the judge weighs."""

    thresholds: Thresholds
    names: tuple[Name, ...]
    employment: Topics
    collaboration: Topics
    voice: Voice
    address: Name
    also_address: float
    depth: float
    look_alikes: tuple[LookAlike, ...]
    code: LookAlike
    wall: LookAlike

    def topics_in(self, text: str) -> set[str]:
        """Return the names of all topics that `text` names."""
        return self.employment.named_in(text) | self.collaboration.named_in(text)

    def name_in(self, head: str) -> Name:
        """Return the strongest name in `head`; one without weight where there is none."""
        found = (name for name in self.names if name.words.found_in(head))
        return max(found, key=lambda name: name.weight, default=_NAMELESS)


@cache
def load() -> Criteria:
    """Return the criteria of judge.toml."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    voice, wall = data["voice"], _look_alike(data["wall"])
    return Criteria(
        thresholds=Thresholds(**data["thresholds"]),
        names=tuple(map(_name, data["name"])),
        employment=_topics(data["employment"]),
        collaboration=_topics(data["collaboration"]),
        voice=Voice(Words([voice["pattern"]]), voice["per_hundred"], voice["most"]),
        address=_name(data["address"]),
        also_address=data["address"]["also"],
        depth=data["depth"]["weight"],
        look_alikes=(*map(_look_alike, data["look_alike"]), wall),
        code=_look_alike(data["code"]),
        wall=wall,
    )


def _name(record: Mapping[str, Any]) -> Name:
    return Name(record["weight"], Words(record["patterns"]), record.get("least_employment"))


def _topics(record: Mapping[str, Any]) -> Topics:
    return Topics(
        words={topic: Words([pattern]) for topic, pattern in record["patterns"].items()},
        in_outline=record["in_outline"],
        in_text=record["in_text"],
        most=record["most"],
    )


def _look_alike(record: Mapping[str, Any]) -> LookAlike:
    head, text = Words(record.get("head", ())), Words(record.get("text", ()))
    return LookAlike(
        why=record["why"],
        weight=record["weight"],
        head=head,
        unless=Words(record.get("unless", ())),
        text=text,
        least=record.get("least", 1),
        density=record.get("density", 0.0),
        is_partial=record.get("is_partial", False),
    )
