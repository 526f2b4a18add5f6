r"""The phrases without which a pattern cannot match: cheap to look for, in all patterns at once.

A pattern is made of phrases and of gaps between them: `\bstand-?ups? (?:\w+ ){0,3}every day\b`.
Searched for together, many patterns with gaps are slow, for whatever has begun stays open while
the text goes on. Phrases end where they end. So each pattern is known by one of its phrases, its
cue, and only where that stands need the pattern itself be tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

_LEAST_WIDTH = 2
"""Characters that a phrase takes at least; a single one stands everywhere."""

_MOST_REPEATED = 2
"""A part that may be repeated more often is a gap."""

_TOKEN = re.compile(
    r"(?P<word>[^()|\[\\.^$*+?{}]{2,}(?![*+?{]))"  # characters without repetition, at once
    r"|(?P<nothing>\(\?[a-zA-Z-]+\)|\\[AzBb]|[\^$])"  # flags; what takes no character
    r"|(?P<group>\((?:\?(?:P<\w+>|[a-zA-Z-]*:))?)"
    r"|(?P<phrase>\\[dstn]|\\[^\w]|\[(?!\^)(?:\\.|\[:\w+:\]|[^\]\\])+\]|[^()|\[\\.])"
    r"|(?P<gap>\\[pPx](?:\{\w+\}|\w)|\\.|\[\^(?:\\.|\[:\w+:\]|[^\]\\])+\]|\.)"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
)
_REPETITION = re.compile(r"(?:[*+?]|\{(?P<least>\d+)(?P<to>,(?P<most>\d*))?\})\??")


@dataclass(slots=True)
class _Part:
    """One character, class or group of a pattern, with its repetition.

    Attributes:
        text: as it stands in the pattern, but that groups catch nothing.
        width: how many characters it takes at least.
        is_phrase: whether it is told what it takes, and bounded.
        choices: the alternatives of a group that must be there; none for anything else.
    """

    text: str
    width: int
    is_phrase: bool
    choices: Sequence[Sequence[_Part]] = ()


@cache
def phrases_of(pattern: str) -> tuple[tuple[int, str], ...]:
    """Return the phrases that stand wherever `pattern` matches, each behind its width."""
    (parts,), _ = _choices(pattern, 0)  # one: the rule book has no pattern that joins several
    return tuple(_phrases(parts))


def cue_of(pattern: str, counts: Mapping[str, int]) -> str:
    """Return the phrase by which `pattern` is known: the rarest by `counts`, the longest of those.

    '', which stands everywhere, for a pattern without phrases.
    """
    phrases = phrases_of(pattern)
    return min(phrases, key=lambda one: (counts.get(one[1], 0), -one[0]), default=(0, ""))[1]


def _phrases(parts: Sequence[_Part]) -> Iterator[tuple[int, str]]:
    """The phrases that must all be there where `parts` follow one another, with their widths."""
    run: list[_Part] = []
    for part in parts:
        if part.is_phrase:
            run.append(part)
            continue
        yield from _joined(run)
        run = []
        yield from _in_choices(part.choices)
    yield from _joined(run)


def _joined(run: Sequence[_Part]) -> Iterator[tuple[int, str]]:
    width = sum(part.width for part in run)
    if width >= _LEAST_WIDTH:
        yield width, "".join(part.text for part in run)


def _in_choices(choices: Sequence[Sequence[_Part]]) -> Iterator[tuple[int, str]]:
    """What must be there of a group: of one alternative all, of several the longest of each."""
    if len(choices) == 1:
        yield from _phrases(choices[0])
        return
    longest = [max(_phrases(parts), default=None) for parts in choices]
    known = [one for one in longest if one]
    if known and len(known) == len(longest):
        yield min(width for width, _ in known), f"(?:{'|'.join(text for _, text in known)})"


def _choices(pattern: str, at: int) -> tuple[list[list[_Part]], int]:
    """The alternatives that begin at `at`, and where they end: at a bracket or with the pattern."""
    choices: list[list[_Part]] = [[]]
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None:
            raise ValueError(f"{pattern!r} cannot be read at character {at}")
        if token.lastgroup == "close":
            break
        at = token.end()
        if token.lastgroup == "bar":
            choices.append([])
        elif token.lastgroup == "group":
            inner, at = _choices(pattern, at)
            part, at = _repeated(_group(inner), pattern, at + 1)
            choices[-1].append(part)
        elif token.lastgroup == "word":
            choices[-1].append(_Part(token.group(), len(token.group()), is_phrase=True))
        elif token.lastgroup != "nothing" or token.group() in (r"\b", r"\B"):
            kind, text = token.lastgroup, token.group()
            single = _Part(text, int(kind != "nothing"), kind != "gap")
            part, at = _repeated(single, pattern, at)
            choices[-1].append(part)
    return choices, at


def _group(choices: Sequence[Sequence[_Part]]) -> _Part:
    text = "|".join("".join(part.text for part in parts) for parts in choices)
    return _Part(
        f"(?:{text})",
        width=min(sum(part.width for part in parts) for parts in choices),
        is_phrase=all(part.is_phrase for parts in choices for part in parts),
        choices=choices,
    )


def _repeated(part: _Part, pattern: str, at: int) -> tuple[_Part, int]:
    """A part with the repetition that stands at `at`, and where that ends."""
    found = _REPETITION.match(pattern, at)
    if found is None:
        return part, at
    least, most = _bounds(found)
    repeated = _Part(
        part.text + found.group(),
        width=part.width * least,
        is_phrase=part.is_phrase and most <= _MOST_REPEATED,
        choices=part.choices if least else (),
    )
    return repeated, found.end()


def _bounds(repetition: re.Match[str]) -> tuple[int, float]:
    """How often at least and at most."""
    sign = repetition.group()[0]
    if sign != "{":
        return int(sign == "+"), 1 if sign == "?" else float("inf")
    least = int(repetition["least"])
    if not repetition["to"]:
        return least, least
    return least, int(repetition["most"]) if repetition["most"] else float("inf")
