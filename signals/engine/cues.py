r"""The cues of a pattern: literals of which one stands wherever it matches, whatever else there is.

`\b(?:daily|morning) stand-?ups? (?:\w+ ){0,3}at\b` cannot match where none of " daily standup",
" daily stand up", " morning standup" and " morning stand up" stands. Literals of thousands of
patterns are found in one pass, which costs as much for the first text as for the thousandth; a
pattern itself need be tried only where its cues stand. They are looked for in the plain text: small
letters, every digit 0, and a blank for anything else.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest

Cue = frozenset[str]
"""Literals in plain text; one of them stands wherever the pattern matches."""

_MOST_LITERALS = 96
"""What may take more texts is a gap; each literal costs a little memory and time."""

_EVERYWHERE: Cue = frozenset({" "})
"""The cue of a pattern that has no other: it is tried in any text."""

_MOST_REPEATED = 3
"""What may be repeated more often is a gap."""

_EDGE = "|"
r"""Where a pattern has `\b`, until both neighbours are known; no plain text holds it."""

_NOTHING = frozenset({""})
_BESIDE = (frozenset({_EDGE}), frozenset({" "}))
"""What a group may need beside it to be rare: " et " stands in fewer texts than "et"."""

_TOKEN = re.compile(
    r"(?P<word>[^()|\[\\.^$*+?{}]{2,}(?![*+?{]))"  # characters without repetition, at once
    r"|(?P<nothing>\(\?[a-zA-Z-]+\)|\\[AzB]|[\^$])"
    r"|(?P<edge>\\b)"
    r"|(?P<group>\((?:\?(?:P<\w+>|[a-zA-Z-]*:))?)"
    r"|(?P<gap>\\[pP](?:\{\^?\w+\}|\w)|\\x(?:\{\w+\}|\w\w)|\\[wWDS]|\.)"
    r"|(?P<set>\[\^?(?:\\.|\[:\w+:\]|[^\]\\])+\])"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<character>\\.|.)"
)
_REPETITION = re.compile(r"(?:[*+?]|\{(?P<least>\d+)(?P<to>,(?P<most>\d*))?\})\??")
_IN_SET = re.compile(r"(?P<first>\\.|[^\\])(?:-(?P<last>\\.|[^\\]))?")
_SHORTHANDS = {r"\d": string.digits, r"\s": " ", r"\t": " ", r"\n": " "}


def _plain_byte(byte: int) -> int:
    character = chr(byte)
    if character in string.digits:
        return ord("0")
    return ord(character.lower() if character in string.ascii_letters + "_" else " ")


_PLAIN = bytes(map(_plain_byte, range(256)))


def plain(folded: bytes) -> str:
    """Return a folded text as cues are looked for in it, one character a byte."""
    return folded.translate(_PLAIN).decode("ascii")


@dataclass(frozen=True, slots=True)
class _Part:
    """One character, class or group of a pattern, with its repetition.

    Attributes:
        takes: all that it may take, in plain text; None where that is too much to tell.
        choices: where `takes` does not tell, the parts one row of which must be there.
    """

    takes: frozenset[str] | None
    choices: tuple[tuple[_Part, ...], ...] = ()


_GAP = _Part(None)


@cache
def cues_of(pattern: str) -> tuple[Cue, ...]:
    """Return the cues of a pattern, one or more, all of which stand wherever it matches.

    Raises:
        ValueError: if the pattern cannot be read.
    """
    return _of_choices(_choices(pattern)) or (_EVERYWHERE,)


def shortest(cue: Cue) -> Cue:
    """Return a cue without the literals that hold another one of it."""
    return frozenset(
        literal
        for literal in cue
        if not any(other in literal for other in cue if other is not literal)
    )


def _of_choices(choices: Sequence[Sequence[_Part]]) -> tuple[Cue, ...]:
    """Of one alternative all its cues; of several, the longest of each together."""
    if len(choices) == 1:
        return tuple(_cues(choices[0]))
    longest = [max(_cues(parts), key=_least_width, default=None) for parts in choices]
    known = [cue for cue in longest if cue]
    whole = known and len(known) == len(longest)
    return (frozenset(chain.from_iterable(known)),) if whole else ()


def _cues(parts: Sequence[_Part]) -> Iterator[Cue]:
    """The cues of parts that follow one another: of as many together as may be told."""
    together = _NOTHING
    for part, following in zip_longest(parts, parts[1:]):
        longer = _joined(together, part.takes)
        if longer is None:
            yield from _cue(together)
            before = _Part(_beside(text[-1:] for text in together))
            after = _Part(_beside(following.takes or () if following else ()))
            yield from _of_choices([(before, *row, after) for row in part.choices])
            longer = _joined(before.takes, part.takes) or _NOTHING
        together = longer
    yield from _cue(together)


def _beside(texts: Iterable[str]) -> frozenset[str]:
    """The blank or edge that all `texts` are; else nothing."""
    found = frozenset(texts)
    return found if found in _BESIDE else _NOTHING


def _cue(texts: frozenset[str]) -> Iterator[Cue]:
    """The cue that `texts` make, unless one of them would stand everywhere."""
    cue = frozenset(literal for text in texts if (literal := _with_edges(text)) is not None)
    if cue and all(map(_tells, cue)):
        yield cue


def _tells(literal: str) -> bool:
    """Whether it is more than a letter, which stands everywhere."""
    bare = literal.strip()
    return len(bare) > 1 or bare == "0"


def _least_width(cue: Cue) -> int:
    return min(len(literal.strip()) for literal in cue)


def _with_edges(text: str) -> str | None:
    """`text` with a blank for each edge that is one; None where a word would end in itself."""
    while _EDGE in text:
        before, _, after = text.partition(_EDGE)
        after = after.lstrip(_EDGE)
        if before and after and (before[-1] == " ") == (after[0] == " "):
            return None
        outside = (not before and after[:1].strip()) or (not after and before[-1:].strip())
        text = before + (" " if outside else "") + after
    return text


@cache
def _choices(pattern: str) -> tuple[tuple[_Part, ...], ...]:
    """The alternatives of a pattern or of what stands in a group."""
    choices: list[list[_Part]] = [[]]
    at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None or token.lastgroup == "close":
            raise ValueError(f"{pattern!r} cannot be read at character {at}")
        at = token.end()
        if token.lastgroup == "bar":
            choices.append([])
            continue
        if token.lastgroup == "group":
            end = _closing(pattern, at)
            part, at = _group(pattern[at:end]), end + 1
        else:
            part = _single(token.lastgroup or "", token.group())
        found = _REPETITION.match(pattern, at)
        if found:
            part, at = _repeated(part, *_bounds(found)), found.end()
        choices[-1].append(part)
    return tuple(map(tuple, choices))


def _closing(pattern: str, at: int) -> int:
    """Where the group ends that begins before `at`."""
    depth = 1
    for token in _TOKEN.finditer(pattern, at):
        depth += (token.lastgroup == "group") - (token.lastgroup == "close")
        if not depth:
            return token.start()
    raise ValueError(f"{pattern!r} does not close the group before character {at}")


@cache
def _group(inner: str) -> _Part:
    choices = _choices(inner)
    takes = _either(_sequence(parts) for parts in choices)
    return _Part(takes, choices if takes is None else ())


@cache
def _single(kind: str, text: str) -> _Part:
    match kind:
        case "word":
            return _Part(frozenset({_plain(text)}))
        case "nothing":
            return _Part(_NOTHING)
        case "edge":
            return _Part(frozenset({_EDGE}))
        case "set":
            return _Part(_members(text[1:-1]))
        case "character":
            return _Part(frozenset(_plain(_SHORTHANDS.get(text, text[-1]))))
    return _GAP


def _members(inner: str) -> frozenset[str] | None:
    """The characters that a class takes; None for one of letters, or of all but some."""
    if inner.startswith("^") or re.search(r"\\[wWDS]|\[:", inner):
        return None
    members = set[str]()
    for found in _IN_SET.finditer(inner):
        first, last = found["first"], found["last"]
        if first in _SHORTHANDS:
            members.update(_plain(_SHORTHANDS[first]))
        else:
            codes = range(ord(first[-1]), ord((last or first)[-1]) + 1)
            members.update(_plain("".join(map(chr, codes))))
    return frozenset(members)


def _plain(characters: str) -> str:
    return plain(characters.encode("latin-1"))


def _repeated(part: _Part, least: int, most: float) -> _Part:
    if part.takes is None or most > _MOST_REPEATED:
        one_of_several = (_GAP, part, _GAP)
        return _Part(None, (one_of_several,) if least else ())
    times = range(least, int(most) + 1)
    return _Part(_either(_sequence([part] * number) for number in times))


def _bounds(repetition: re.Match[str]) -> tuple[int, float]:
    """How often at least and at most."""
    sign = repetition.group()[0]
    if sign != "{":
        return int(sign == "+"), 1 if sign == "?" else float("inf")
    least = int(repetition["least"])
    if not repetition["to"]:
        return least, least
    return least, int(repetition["most"]) if repetition["most"] else float("inf")


def _sequence(parts: Iterable[_Part]) -> frozenset[str] | None:
    """All that parts may take one after the other; None where that is too much."""
    together: frozenset[str] | None = _NOTHING
    for part in parts:
        together = _joined(together, part.takes)
        if together is None:
            return None
    return together


def _joined(left: frozenset[str] | None, right: frozenset[str] | None) -> frozenset[str] | None:
    if left is None or right is None or len(left) * len(right) > _MOST_LITERALS:
        return None
    return frozenset(one + other for one in left for other in right)


def _either(choices: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    together = set[str]()
    for takes in choices:
        if takes is None:
            return None
        together |= takes
    return frozenset(together) if len(together) <= _MOST_LITERALS else None
