"""Cuts a folded text into sentences, and tells which heading one stands under.

A line break always ends a sentence; a full stop does where a new one plainly begins. Ads are
bullet lists as often as prose, and some were saved with their line breaks lost, so the rules
here are few and local.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_ABBREVIATIONS = frozenset(
    {"e.g", "i.e", "etc", "vs", "approx", "incl", "min", "max", "a.m", "p.m", "hr", "hrs", "no"}
    | {"mr", "mrs", "ms", "dr", "st", "inc", "ltd", "co", "corp", "u.s", "u.k"}
    | {"bzw", "evtl", "ggf", "inkl", "mo", "fr", "mo.-fr", "z.b", "u.a", "d.h"}
)
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_END = re.compile(
    r"""[.!?;*](?:(?<=[.!?])(?<![.!?]{2})[.!?]*+["')\]]*+[ \t]+"""
    r"|(?<=;)[ \t]+|(?<=[ \t][*])[*]*+[ \t]+)"
)
"""Python's own engine is the faster one here, most of all since it skips to the few characters that
an end may begin with; possessive, and begun only at the head of a run, each alternative takes time
linear in the text."""
_LINE_BREAK = re.compile(r"\n+")
_HEADING_LENGTH = 70
_LONG_LINE = 300
"""Characters of a line beyond which it is several sentences, that are searched by themselves."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text: `text[start:end]`."""

    start: int
    end: int


class Sentences:
    """The sentences of a folded text, cut where they are asked for: most of an ad tells nothing.

    `data` is the text as bytes, for RE2; offsets are the same in both, for folded text is ASCII.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = text.encode("ascii")
        self._lines: dict[int, tuple[Sentence, ...]] = {}
        self._headings: dict[int, str] = {}

    @property
    def items(self) -> tuple[Sentence, ...]:
        """All of them in order; blank ones are left out."""
        starts = [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]
        return tuple(sentence for start in starts for sentence in self._of_line(start))

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the text that are searched by themselves, with what parts them.

        Lines; and where line breaks were lost, a few sentences. No sentence lies across two.
        """
        start, end = 0, -1
        while end < len(self.text):
            start, end = end + 1, self._line_end(end + 1)
            while end - start > _LONG_LINE:
                cut = _plain_end(self.text, start + _LONG_LINE // 2, end)
                yield max(start - 1, 0), cut + 1
                start = cut
            if end - start > 1:
                yield max(start - 1, 0), end + 1

    def bare(self, start: int, end: int) -> tuple[int, int]:
        """`text[start:end]` without bullets and blanks at its ends, which no sentence holds."""
        return _trimmed(self.text, start, end)

    def line(self, start: int, end: int) -> Sentence:
        """The line, or lines, that `text[start:end]` stands in, as if they were one sentence."""
        return Sentence(self.text.rfind("\n", 0, start) + 1, self._line_end(end))

    def holding(self, start: int, end: int) -> Sentence | None:
        """The sentence that holds `text[start:end]` whole, or None where it crosses a boundary."""
        line = self._of_line(self.text.rfind("\n", 0, start) + 1)
        number = bisect_right(line, start, key=lambda sentence: sentence.start) - 1
        return line[number] if number >= 0 and end <= line[number].end else None

    def heading(self, sentence: Sentence) -> str:
        """The heading that `sentence` stands under, or that it is: lower case, '' for none."""
        passed: list[int] = []
        start = self.text.rfind("\n", 0, sentence.start) + 1
        while start not in self._headings:
            passed.append(start)
            if start == 0 or self._is_heading(start):
                self._headings[start] = self._heading_on(start)
                break
            start = self.text.rfind("\n", 0, start - 1) + 1
        found = self._headings[start]
        self._headings.update(dict.fromkeys(passed, found))
        return found

    def _is_heading(self, line_start: int) -> bool:
        """A short line of its own that is no bullet and does not end like a sentence."""
        line = self._of_line(line_start)
        return len(line) == 1 and _looks_like_heading(self.text, line[0], line_start)

    def _heading_on(self, line_start: int) -> str:
        if not self._is_heading(line_start):
            return ""
        (sentence,) = self._of_line(line_start)
        return self.text[sentence.start : sentence.end].lower()

    def _of_line(self, line_start: int) -> tuple[Sentence, ...]:
        if line_start not in self._lines:
            line = self.text[line_start : self._line_end(line_start)]
            self._lines[line_start] = tuple(_sentences(line, line_start))
        return self._lines[line_start]

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return end if end >= 0 else len(self.text)


def split(text: str) -> Sentences:
    """Return the sentences of a folded text."""
    return Sentences(text)


def _sentences(line: str, offset: int) -> Iterator[Sentence]:
    """The sentences of one line that begins at `offset` of the text."""
    start = 0
    for cut, next_start in _cuts(line):
        left, right = _trimmed(line, start, cut)
        if left < right:
            yield Sentence(offset + left, offset + right)
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


def _plain_end(text: str, start: int, end: int) -> int:
    """Right behind the first full stop in `text[start:end]` that plainly ends a sentence.

    `end` where there is none.
    """
    stop = text.find(". ", start, end)
    while stop >= 0:
        is_single = text[stop - 1].isalnum() and text[stop + 2 : stop + 3].isupper()
        if is_single and _ends_sentence(text, stop, stop + 2):
            return stop + 1
        stop = text.find(". ", stop + 1, end)
    return end


def _ends_sentence(text: str, begin: int, end: int) -> bool:
    following = text[end : end + 1]
    if following.islower():
        return False
    near = text[max(begin - _LONGEST_ABBREVIATION - 1, 0) : begin]
    word_start = max(near.rfind(" "), near.rfind("\n"), near.rfind("(")) + 1
    return near[word_start:].lower() not in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n*-":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return start, end


def _looks_like_heading(text: str, sentence: Sentence, line_start: int) -> bool:
    if sentence.end - sentence.start > _HEADING_LENGTH or text[sentence.end - 1] in ".!,;":
        return False
    return not text[line_start : sentence.start].strip()
