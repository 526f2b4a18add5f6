"""Searches a folded text for many patterns: in one pass which occur at all, then where these stand.

RE2 runs in time linear in the text, whatever the pattern, so no page can hang it. Searching is done
on bytes: a folded text is ASCII, its offsets are the same, and nothing is encoded twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import re2

from signals.rulebook import Rule

_MAX_HITS_A_PATTERN = 20
_SETS = ((20, 16), (0, 96))
"""How patterns are searched for together: those that repeat something at least so often, and how
many a set takes of them. States multiply where two patterns of one set may both skip far; each set
walks through the text once more. Of nine ways tried this was the quickest; smaller sets take up to
a quarter longer."""
_REPETITION = re.compile(r"\{\d*,(\d+)\}")


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = False
    options.max_mem = 256 << 20
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


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: Rule
    text: str


class _PatternSet:
    """Patterns searched for in one pass."""

    def __init__(self, patterns: Sequence[_Pattern]) -> None:
        self._patterns = patterns
        self._set = re2.Set.SearchSet(_options())
        for pattern in patterns:
            self._set.Add(pattern.text)
        self._set.Compile()

    def occurring(self, folded: bytes) -> Iterator[_Pattern]:
        """Yield the patterns that occur in a text, in the order they were given."""
        for index in sorted(self._set.Match(folded) or ()):  # None where nothing occurs
            yield self._patterns[index]


class Searcher:
    """The patterns of many rules made ready to search."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Compile the patterns of `rules`, in sets that are quick to search for together."""
        patterns = [_Pattern(rule, pattern) for rule in rules for pattern in rule.patterns]
        self._sets = [_PatternSet(alike) for alike in _alike(patterns)]

    def hits(self, folded: bytes) -> Iterator[tuple[Rule, re2._Match[bytes]]]:
        """Yield where a rule's patterns match a folded text, the first few of each pattern."""
        for patterns in self._sets:
            for pattern in patterns.occurring(folded):
                for match in islice(compiled(pattern.text).finditer(folded), _MAX_HITS_A_PATTERN):
                    yield pattern.rule, match


def _alike(patterns: Sequence[_Pattern]) -> Iterator[Sequence[_Pattern]]:
    """Yield the patterns in groups that are quick to search for together; see `_SETS`."""
    left = list(patterns)
    for least, size in _SETS:
        group = [pattern for pattern in left if _most_repetitions(pattern.text) >= least]
        left = [pattern for pattern in left if _most_repetitions(pattern.text) < least]
        yield from (group[first : first + size] for first in range(0, len(group), size))


def _most_repetitions(pattern: str) -> int:
    return max(map(int, _REPETITION.findall(pattern)), default=0)
