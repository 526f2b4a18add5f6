"""Searches a folded text for many patterns: stretch by stretch, for those whose cues are in it.

RE2 runs in time linear in the text, whatever the pattern, so no page can hang it; the cues of all
patterns are found by Aho and Corasick's automaton, which learns nothing while it reads, so that the
first ad is read as quickly as the last. Searching is done on bytes: a folded text is ASCII, its
offsets are the same, and nothing is encoded twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, islice
from pathlib import Path

import re2
from ahocorasick_rs import AhoCorasick, Implementation

from signals.engine.cues import Cue, cues_of, shortest, text_of
from signals.engine.folding import fold
from signals.engine.sentences import Sentences
from signals.rulebook import Rule

_ORDINARY = Path(__file__).parent / "ordinary.txt"
"""Lines such as stand in any ad, made up: a cue that stands in many of them tells little."""

_MAX_HITS_A_PATTERN = 20
_TRY_COSTS = 8
"""What trying a pattern costs, in what finding a cue costs; see `_worth_asking_for`."""
_MOST_MEMORY = 64 << 20
"""Bytes that RE2 may take for what it learns of one expression."""


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.encoding = re2.Options.Encoding.LATIN1  # smaller than for UTF-8: a byte is a character
    options.max_mem = _MOST_MEMORY
    options.log_errors = False
    return options


@cache
def compiled(pattern: str) -> re2._Regexp[bytes]:
    """Return a rule's pattern made ready to search in bytes, case ignored."""
    return re2.compile(pattern.encode(), _options())


@cache
def _either(patterns: tuple[str, ...]) -> re2._Regexp[bytes]:
    """One expression for several: each search by itself costs more than the searching."""
    return compiled("|".join(f"(?:{pattern})" for pattern in patterns))


def any_in(patterns: tuple[str, ...], data: bytes) -> bool:
    """Whether one of the patterns occurs in a folded text; without any, none does."""
    return bool(patterns) and _either(patterns).search(data) is not None


class Searcher:
    """The patterns of many rules made ready to search."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Choose the cues by which the patterns of `rules` are known."""
        self._patterns = [(rule, pattern) for rule in rules for pattern in rule.patterns]
        known_by = _chosen_cues([pattern for _, pattern in self._patterns])
        self._cues = _Cues({cue for cues in known_by for cue in cues})
        self._needed = [frozenset(map(self._cues.number, cues)) for cues in known_by]
        self._known_by: dict[int, list[int]] = defaultdict(list)
        for number, (rarest, *_) in enumerate(known_by):
            self._known_by[self._cues.number(rarest)].append(number)
        self._rarest = frozenset(self._known_by)

    def hits(self, text: Sentences) -> Iterator[tuple[Rule, re2._Match[bytes]]]:
        """Yield where a rule's patterns match, the first few of each; none over a line's end."""
        left = [_MAX_HITS_A_PATTERN] * len(self._patterns)
        for start, end in text.stretches():
            stretch = text.data[start:end]
            for number in self._candidates(stretch):
                rule, pattern = self._patterns[number]
                if not _alone(pattern).Match(stretch):
                    continue
                found = compiled(pattern).finditer(text.data, start, end)
                for match in islice(found, left[number]):
                    left[number] -= 1
                    yield rule, match

    def _candidates(self, stretch: bytes) -> list[int]:
        """The numbers of the patterns of which all cues stand in `stretch`."""
        standing = self._cues.standing_in(stretch)
        return [
            number
            for cue in standing & self._rarest
            for number in self._known_by[cue]
            if self._needed[number] <= standing
        ]


class _Cues:
    """Many cues, numbered, made ready to tell in one pass through a text which of them stand."""

    def __init__(self, cues: Collection[Cue]) -> None:
        self._numbers = {cue: number for number, cue in enumerate(cues)}
        holding: dict[str, list[int]] = defaultdict(list)
        for cue, number in self._numbers.items():
            for literal in cue:
                holding[literal].append(number)
        self._held_by = list(holding.values())
        self._automaton = AhoCorasick(list(holding), implementation=Implementation.ContiguousNFA)

    def number(self, cue: Cue) -> int:
        return self._numbers[cue]

    def standing_in(self, folded: bytes) -> set[int]:
        """The numbers of the cues that stand in a folded text."""
        found = self._automaton.find_matches_as_indexes(text_of(folded), overlapping=True)
        return set(chain.from_iterable([self._held_by[literal] for literal, _, _ in found]))


def _chosen_cues(patterns: Collection[str]) -> list[list[Cue]]:
    """The cues by which each pattern is known, the rarest first, the longest of those."""
    cues = [cues_of(pattern) for pattern in patterns]
    counts = _counts(set(chain.from_iterable(cues)))
    return [_worth_asking_for(some, counts) for some in cues]


def _worth_asking_for(cues: Collection[Cue], counts: Mapping[Cue, int]) -> list[Cue]:
    """The rarest cue, and others as long as one spares more tries than it costs to find."""
    first, *others = sorted(cues, key=lambda cue: (counts[cue], -min(map(len, cue))))
    lines = len(_ordinary_lines())
    chosen, tries = [first], counts[first] / lines
    for cue in others:
        found = counts[cue] / lines
        if tries * (1 - found) * _TRY_COSTS > found:
            chosen.append(cue)
            tries *= found
    return [shortest(cue) for cue in chosen]


def _counts(cues: Collection[Cue]) -> Counter[Cue]:
    """In how many ordinary lines of ads each cue stands."""
    numbered = list(cues)
    found = _Cues(numbered)
    counts: Counter[Cue] = Counter()
    for line in _ordinary_lines():
        counts.update(numbered[number] for number in found.standing_in(line))
    return counts


@cache
def _ordinary_lines() -> tuple[bytes, ...]:
    """The lines, folded: every searcher counts in them, of which there is one for each language."""
    lines = _ORDINARY.read_text(encoding="utf-8").splitlines()
    return tuple(fold(line).encode() for line in lines)


@cache
def _alone(pattern: str) -> re2.Set:
    """A set of one pattern, which tells sooner than a search that it does not occur."""
    found = re2.Set.SearchSet(_options())
    found.Add(pattern)
    found.Compile()
    return found
