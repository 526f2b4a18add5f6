"""Searches a folded text for many patterns: stretch by stretch, for those whose cues are in it.

RE2 runs in time linear in the text, whatever the pattern, so no page can hang it. Searching is done
on bytes: a folded text is ASCII, its offsets are the same, and nothing is encoded twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import re2

from signals.engine.cues import cue_of, phrases_of
from signals.engine.folding import fold
from signals.engine.sentences import Sentences
from signals.rulebook import Rule

_ORDINARY = Path(__file__).parent / "ordinary.txt"
"""Lines such as stand in any ad, made up: a phrase that is common in them is a poor cue."""

_MAX_HITS_A_PATTERN = 20
_PHRASES_AT_ONCE = 50
_CUES_AT_ONCE = 900
"""Of more cues in one set RE2 has to forget what it learns, again and again: 50 times slower."""
_MOST_MEMORY = 64 << 20
"""Bytes that RE2 may take for what it learns of one expression, or of one set of them."""


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
        counts = _counts(pattern for _, pattern in self._patterns)
        known_by: dict[str, set[int]] = defaultdict(set)
        for number, (_, pattern) in enumerate(self._patterns):
            known_by[cue_of(pattern, counts)].add(number)
        self._cues = [
            (_set_of(some), [known_by[cue] for cue in some])
            for some in _in_portions(sorted(known_by), _CUES_AT_ONCE)
        ]

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

    def _candidates(self, stretch: bytes) -> set[int]:
        """The numbers of the patterns of which a cue stands in `stretch`."""
        found: set[int] = set()
        for cues, known_by in self._cues:
            found.update(*(known_by[cue] for cue in cues.Match(stretch) or ()))  # None: no cue
        return found


def _counts(patterns: Iterable[str]) -> Counter[str]:
    """In how many ordinary lines of ads each phrase of the patterns stands."""
    phrases = sorted({phrase for pattern in patterns for _, phrase in phrases_of(pattern)})
    counts: Counter[str] = Counter()
    for some in _in_portions(phrases, _PHRASES_AT_ONCE):
        found = _set_of(some)
        for line in _ordinary_lines():
            counts.update(some[index] for index in found.Match(line) or ())
    return counts


@cache
def _ordinary_lines() -> tuple[bytes, ...]:
    """The lines, folded: every searcher counts in them, of which there is one for each language."""
    lines = _ORDINARY.read_text(encoding="utf-8").splitlines()
    return tuple(fold(line).encode() for line in lines)


def _in_portions(phrases: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (phrases[first : first + size] for first in range(0, len(phrases), size))


@cache
def _alone(pattern: str) -> re2.Set:
    """A set of one pattern, which tells sooner than a search that it does not occur."""
    return _set_of([pattern])


def _set_of(patterns: Iterable[str]) -> re2.Set:
    """What tells in one pass through a text which patterns occur in it."""
    found = re2.Set.SearchSet(_options())
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found
