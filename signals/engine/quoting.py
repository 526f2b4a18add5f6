"""Turns the place of a find into evidence: the sentence quoted, and which of its words tell."""

from __future__ import annotations

from signals.engine.sentences import Sentence
from signals.model import Evidence

QUOTE_LENGTH = 320
"""Characters of a quote at most; a longer sentence is cut at words around what was found."""

_SEPARATORS = " \t\n\r\u00a0|,;:/()[]<>\u2022\u00b7\u2013\u2014-"


def quoted(text: str, sentence: Sentence, start: int, end: int) -> Evidence:
    """Return the evidence for a find at `text[start:end]`, which stands in `sentence`."""
    start, end = _words(text, start, end)
    left, right = _bounds(text, sentence, start, end)
    return Evidence(text[left:right], left, right, start, end)


def around(text: str, sentence: Sentence, start: int, end: int, room: int) -> tuple[int, int]:
    """Return the ends of the find with the whole words up to `room` characters on each side."""
    left, right = max(sentence.start, start - room), min(sentence.end, end + room)
    if left > sentence.start:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else start
    if right < sentence.end:
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else end
    return left, right


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The find's own words, without what its pattern only looks at on either side.

    Of "| Onsite | F", found in "| Onsite | Full-time", that is "Onsite".
    """
    found = text[start:end]
    if found[-2:-1] in _SEPARATORS and end < len(text) and text[end - 1 : end + 1].isalpha():
        found = found[:-1]  # the first letter of the word that follows
    words = found.strip(_SEPARATORS)
    if not words:
        return start, end
    first = start + found.index(words)
    return first, first + len(words)


def _bounds(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The sentence, or where it is too long the words around `text[start:end]`."""
    if sentence.end - sentence.start <= QUOTE_LENGTH:
        return sentence.start, sentence.end
    return around(text, sentence, start, end, max(QUOTE_LENGTH - (end - start), 0) // 2)
