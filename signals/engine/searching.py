"""Searches a folded text for many patterns: stretch by stretch, for those whose cues are in it.

RE2 runs in time linear in the text, whatever the pattern, so no page can hang it. Searching is done
on bytes: a folded text is ASCII, its offsets are the same, and nothing is encoded twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import re2

from signals.engine.cues import cues_of
from signals.engine.sentences import Sentences
from signals.rulebook import Rule

_MAX_HITS_A_PATTERN = 20
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
        known_by: dict[str, set[int]] = defaultdict(set)
        for number, (_, pattern) in enumerate(self._patterns):
            for cue in cues_of(pattern):
                known_by[cue].add(number)
        self._cues = _set_of(*known_by)
        self._known_by = list(known_by.values())

    def hits(self, text: Sentences) -> Iterator[tuple[Rule, re2._Match[bytes]]]:
        """Yield where a rule's patterns match, the first few of each; none over a line's end."""
        left = [_MAX_HITS_A_PATTERN] * len(self._patterns)
        for start, end in text.stretches():
            stretch = text.data[start:end]
            cues = self._cues.Match(stretch) or ()  # None where nothing occurs
            for number in set().union(*(self._known_by[cue] for cue in cues)):
                rule, pattern = self._patterns[number]
                if not _set_of(pattern).Match(stretch):
                    continue
                found = compiled(pattern).finditer(text.data, start, end)
                for match in islice(found, left[number]):
                    left[number] -= 1
                    yield rule, match


@cache
def _set_of(*patterns: str) -> re2.Set:
    """What tells which patterns occur in a text; of a single one too quicker than a search."""
    found = re2.Set.SearchSet(_options())
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found
