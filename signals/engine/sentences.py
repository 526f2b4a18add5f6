"""Cuts a folded text into sentences, each knowing the heading it stands under.

A line break always ends a sentence; a full stop does where a new one plainly begins. Ads are
bullet lists as often as prose, and some were saved with their line breaks lost, so the rules
here are few and local.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_ABBREVIATIONS = frozenset(
    {"e.g", "i.e", "etc", "vs", "approx", "incl", "min", "max", "a.m", "p.m", "hr", "hrs", "no"}
    | {"mr", "mrs", "ms", "dr", "st", "inc", "ltd", "co", "corp", "u.s", "u.k"}
)
_END = re.compile(r"""(?<![.!?])[.!?]++["')\]]*+[ \t]+|\n+|(?<![ \t])[ \t]++[*]++[ \t]+|;[ \t]+""")
"""Python's own engine is the faster one here; possessive, and begun only at the head of a run, each
alternative takes time linear in the text."""
_HEADING_LENGTH = 70


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text: `text[start:end]`, under `heading` (lower case, '' where none)."""

    start: int
    end: int
    heading: str


@dataclass(frozen=True)
class Sentences:
    """All sentences of a text, in order."""

    items: tuple[Sentence, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.items]

    def holding(self, start: int, end: int) -> Sentence | None:
        """The sentence that holds `text[start:end]` whole, or None where it crosses a boundary."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return None
        sentence = self.items[index]
        return sentence if end <= sentence.end else None


def split(text: str) -> Sentences:
    """Return the sentences of a folded text; blank ones are left out."""
    return Sentences(tuple(_sentences(text)))


def _sentences(text: str) -> Iterator[Sentence]:
    heading = ""
    start = 0
    for cut, next_start in _cuts(text):
        left, right = _trimmed(text, start, cut)
        if left < right:
            if _is_heading(text, left, right, next_start):
                heading = text[left:right].lower()
            yield Sentence(left, right, heading)
        start = next_start


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text):
        begin, end = match.span()
        stop = text[begin]
        if stop in ".!?":
            if not _ends_sentence(text, begin, end):
                continue
            begin += 1
        yield begin, end
    yield len(text), len(text)


def _ends_sentence(text: str, begin: int, end: int) -> bool:
    following = text[end : end + 1]
    if following.islower():
        return False
    word_start = max(
        text.rfind(" ", 0, begin), text.rfind("\n", 0, begin), text.rfind("(", 0, begin)
    )
    return text[word_start + 1 : begin].lower() not in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n*-":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return start, end


def _is_heading(text: str, start: int, end: int, next_start: int) -> bool:
    """A short line of its own that is no bullet and does not end like a sentence."""
    if end - start > _HEADING_LENGTH or text[end - 1] in ".!,;":
        return False
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip():
        return False
    return next_start >= len(text) or "\n" in text[end:next_start]
