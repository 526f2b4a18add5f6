"""Finds the signals of a text: a closer look at the hits of all patterns, and what they quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import re2

from signals.engine import quantities
from signals.engine.doubting import weakened
from signals.engine.folding import fold
from signals.engine.quoting import around, quoted
from signals.engine.searching import Searcher, any_in, compiled
from signals.engine.sentences import Sentence, Sentences, split
from signals.engine.steps import Place, runs
from signals.model import Posting, Signal
from signals.rulebook import Guard, Rule, RuleBook, Scope, load

_NEAR = 150
"""Characters before and after a match in which a guard's words turn it down. Most sentences are
shorter; where an ad lost its full stops, what stands further off is about something else."""

_ANSWERED_NO = re2.compile(
    rb"(?i)^[\s|*!?\"')\]-]*(?:a(?:nswer)?: |antwort: )?(?:sorry, )?"
    rb"(?:no(?:pe|ne)?|never|not (?:yet|at all)|(?:unfortunately|sadly|absolutely|of course) not"
    rb"|(?:leider )?nein|(?:malheureusement )?non|nao|nunca|jamais|jamas)(?:[.,!;:\n]| [-|]|$)"
)
"""How the text goes on behind a question that it denies: "Is there a whiteboard test? No."."""


class Matcher:
    """The rule book made ready to search; build it once, use it for any number of texts."""

    def __init__(self, rulebook: RuleBook) -> None:
        self._conditions = {rule.id: _conditions(rule, rulebook.guards) for rule in rulebook.rules}
        self._doubts = {
            rule.id: [rulebook.doubts[doubt] for doubt in rule.doubts] for rule in rulebook.rules
        }
        self._searcher = Searcher(rule for rule in rulebook.rules if rule.scope is Scope.TEXT)
        self._title_rules = [rule for rule in rulebook.rules if rule.scope is Scope.TITLE]

    def find(self, posting: Posting) -> tuple[Signal, ...]:
        """Return the signals of a posting, in the order they stand in its text."""
        sentences = split(fold(posting.text))
        found = list(self._in_text(posting.text, sentences))
        found.extend(self._in_title(posting, sentences))
        weighed = weakened(found, self._doubts, sentences)
        return tuple(sorted(_strongest(weighed), key=_place))

    def _in_text(self, text: str, sentences: Sentences) -> Iterator[Signal]:
        steps: dict[Rule, list[Place]] = defaultdict(list)
        for rule, match in self._searcher.hits(sentences):
            place = sentences.bare(*match.span())
            if rule.steps > 1:
                steps[rule].append(place)
                continue
            sentence = sentences.holding(*place)
            if (
                sentence
                and _number_holds(rule, match)
                and self._stands(rule, place, sentence, sentences)
            ):
                yield _signal(rule, text, sentence, *place)
        for rule, places in steps.items():
            yield from self._in_lists(rule, places, text, sentences)

    def _in_lists(
        self, rule: Rule, places: Sequence[Place], text: str, sentences: Sentences
    ) -> Iterator[Signal]:
        """Each list with enough steps, judged as if it and what stands near it were a sentence."""
        for start, end in runs(places, sentences.text, rule.steps):
            surroundings = Sentence(max(start - _NEAR, 0), min(end + _NEAR, len(text)))
            if self._stands(rule, (start, end), surroundings, sentences):
                yield _signal(rule, text, Sentence(start, end), start, end)

    def _in_title(self, posting: Posting, sentences: Sentences) -> Iterator[Signal]:
        folded = sentences.text
        title = fold(posting.title or "").lower()
        start = folded.lower().find(title) if title and self._title_rules else -1
        if start < 0:
            return
        sentence = Sentence(start, start + len(title))
        for rule in self._title_rules:
            for pattern in rule.patterns:
                match = compiled(pattern).search(sentences.data, start, sentence.end)
                if match and self._stands(rule, match.span(), sentence, sentences):
                    yield _signal(rule, posting.text, sentence, *match.span())
                    break

    def _stands(self, rule: Rule, place: Place, sentence: Sentence, sentences: Sentences) -> bool:
        """Whether the find survives the rule's own conditions and its guards."""
        data, conditions = sentences.data, self._conditions[rule.id]
        start, end = place
        if _is_denied_question(sentence, data):
            return False
        left, right = around(sentences.text, sentence, start, end, _NEAR)
        near = data[left:right]
        if any_in(conditions.sentence, near):
            return False
        if rule.requires and not any_in(rule.requires, near):
            return False
        if any_in(conditions.before, data[left:start]):
            return False
        if any_in(conditions.after, data[end:right]):
            return False
        if rule.headings and not any_in(rule.headings, sentences.heading(sentence).encode()):
            return False
        return not (
            conditions.heading and any_in(conditions.heading, sentences.heading(sentence).encode())
        )


def _is_denied_question(sentence: Sentence, data: bytes) -> bool:
    return data[sentence.end - 1 : sentence.end] == b"?" and bool(
        _ANSWERED_NO.search(data[sentence.end : sentence.end + _NEAR])
    )


@cache
def matcher_of(language: str) -> Matcher:
    """Return the matcher of the rules of one language, built once; see `RuleBook.languages`."""
    return Matcher(load().of_language(language))


@dataclass(frozen=True, slots=True)
class _Conditions:
    """What turns a find of one rule down: its own patterns and those of all its guards."""

    sentence: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    heading: tuple[str, ...]


def _conditions(rule: Rule, guards: Mapping[str, Guard]) -> _Conditions:
    own = [guards[guard] for guard in rule.guards]
    return _Conditions(
        (*rule.unless, *chain.from_iterable(guard.sentence for guard in own)),
        tuple(chain.from_iterable(guard.before for guard in own)),
        tuple(chain.from_iterable(guard.after for guard in own)),
        tuple(chain.from_iterable(guard.heading for guard in own)),
    )


def _number_holds(rule: Rule, match: re2._Match[bytes]) -> bool:
    return not rule.number or rule.number.holds(quantities.read(match, rule.number.unit))


def _signal(rule: Rule, text: str, sentence: Sentence, start: int, end: int) -> Signal:
    evidence = quoted(text, sentence, start, end)
    return Signal(rule.id, rule.aspect, rule.direction, rule.weight, evidence, rule.why)


def _strongest(found: Iterable[Signal]) -> Iterator[Signal]:
    """Of finds that say the same thing (see `_same_find`), the strongest, else the first."""
    kept: list[Signal] = []
    for signal in sorted(found, key=lambda one: (-one.weight, _place(one))):
        if not any(_same_find(signal, other) for other in kept):
            kept.append(signal)
            yield signal


def _same_find(one: Signal, other: Signal) -> bool:
    if (one.aspect, one.direction) != (other.aspect, other.direction):
        return False
    overlap = (
        one.evidence.found_start < other.evidence.found_end
        and other.evidence.found_start < one.evidence.found_end
    )
    return overlap or one.evidence.quote == other.evidence.quote


def _place(signal: Signal) -> tuple[int, int, str]:
    return (signal.evidence.found_start, signal.evidence.found_end, signal.rule)
