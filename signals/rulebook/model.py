"""The records of the rule book, as they stand in `signals/rules/`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from signals.model import Aspect, Direction


class Scope(StrEnum):
    """Which part of a posting a rule reads."""

    TEXT = "text"
    TITLE = "title"


class Unit(StrEnum):
    """What a number is counted in; the pattern's group `u` holds the word that says it."""

    HOURS = "hours"
    A_WEEK = "a week"


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Bounds, both included, of the number that a pattern's group `n` captures, in `unit`."""

    at_least: float = float("-inf")
    at_most: float = float("inf")
    unit: Unit | None = None

    def holds(self, number: float) -> bool:
        """Whether `number` lies within the bounds."""
        return self.at_least <= number <= self.at_most


@dataclass(frozen=True, slots=True)
class Guard:
    """A reason not to believe a match, shared by many rules.

    Attributes:
        id: the name rules call it by.
        why: what it keeps out.
        before: patterns over what precedes the match in its sentence, 150 characters of it.
        after: patterns over what follows the match in its sentence, 150 characters of it.
        sentence: patterns over the sentence, as far as it lies so near the match.
        heading: patterns over the heading the sentence stands under.
    """

    id: str
    why: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What makes a find weak wherever else in the ad it stands, shared by many rules.

    Attributes:
        id: the name rules call it by.
        why: what it says against the find.
        at_most: the weight that a doubted find keeps at most.
        anywhere: patterns, of which one must occur in the ad.
        unless: patterns over what stands near that occurrence; one that matches turns it down.
    """

    id: str
    why: str
    at_most: float
    anywhere: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A declarative record that finds a signal; CONTRIBUTING.md shows how to add one.

    Attributes:
        id: stable words, beginning with the aspect: `hours-fixed-window`.
        aspect: what the signal is about.
        direction: which way it leans.
        weight: how much it counts, 0 < weight <= 5.
        patterns: RE2 expressions, case-insensitive, matched within one sentence of the folded text.
        unless: RE2 expressions; one that matches near by in the sentence turns the match down.
        requires: RE2 expressions; where given, one must match near by in the sentence.
        headings: RE2 expressions; where given, one must match the heading above.
        guards: ids of shared guards.
        doubts: ids of shared doubts.
        steps: how many finds, each in a step of its own, make the list that the rule looks for.
        number: bounds for the number in the patterns' group `n`, where the rule reads a quantity.
        scope: which part of the posting the rule reads.
        why: why it counts, one sentence for the reader of a report.
        source: where the rule comes from.
        language: ISO 639-1 code of the language it reads.
        matches: sentences in which it must find something.
        misses: sentences in which it must find nothing.
    """

    id: str
    aspect: Aspect
    direction: Direction
    weight: float
    patterns: tuple[str, ...]
    why: str
    matches: tuple[str, ...]
    misses: tuple[str, ...]
    unless: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    steps: int = 1
    number: NumberRange | None = None
    scope: Scope = Scope.TEXT
    source: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class AspectQuestion:
    """What to ask about an aspect on which a posting is silent; a lower rank is asked earlier."""

    aspect: Aspect
    text: str
    rank: int


@dataclass(frozen=True)
class RuleBook:
    """All rules, guards, doubts and questions, checked.

    Attributes:
        version: the first twelve hex digits of a hash over all records.
    """

    rules: tuple[Rule, ...]
    guards: dict[str, Guard] = field(hash=False)
    doubts: dict[str, Doubt] = field(hash=False)
    questions: tuple[AspectQuestion, ...]
    version: str

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that have rules, as ISO 639-1 codes."""
        return frozenset(rule.language for rule in self.rules)

    def of_language(self, language: str) -> RuleBook:
        """The same book with the rules of one language."""
        return replace(self, rules=tuple(one for one in self.rules if one.language == language))

    def only(self, *ids: str) -> RuleBook:
        """The same book with just these rules, as tests and measurements want it."""
        return replace(self, rules=tuple(rule for rule in self.rules if rule.id in ids))
