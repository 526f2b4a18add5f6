"""What the parts of a pattern may take, one after the other, in plain text.

Plain text is what cues are looked for in: small letters, every digit 0, a blank for anything else.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

_MOST_TEXTS = 96
"""What may take more texts is a gap; each costs a little memory and time."""

_MOST_REPEATED = 3
"""What may be repeated more often is a gap."""

EDGE = "|"
r"""Where a pattern has `\b`, until both neighbours are known; no plain text holds it."""

NOTHING = frozenset({""})

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
class Part:
    """One character, class or group of a pattern, with its repetition.

    Attributes:
        takes: all that it may take, in plain text; None where that is too much to tell.
        choices: where `takes` does not tell, the parts one row of which must be there.
    """

    takes: frozenset[str] | None
    choices: tuple[tuple[Part, ...], ...] = ()


_GAP = Part(None)


def choices_of(pattern: str) -> tuple[tuple[Part, ...], ...]:
    """Return the alternatives of a pattern or of what stands in a group, each a row of parts.

    Raises:
        ValueError: if the pattern cannot be read.
    """
    choices: list[list[Part]] = [[]]
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
def _group(inner: str) -> Part:
    choices = choices_of(inner)
    takes = _either(_sequence(parts) for parts in choices)
    return Part(takes, choices if takes is None else ())


@cache
def _single(kind: str, text: str) -> Part:
    match kind:
        case "word":
            return Part(frozenset({_plain(text)}))
        case "nothing":
            return Part(NOTHING)
        case "edge":
            return Part(frozenset({EDGE}))
        case "set":
            return Part(_members(text[1:-1]))
        case "character":
            return Part(frozenset(_plain(_SHORTHANDS.get(text, text[-1]))))
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


def _repeated(part: Part, least: int, most: float) -> Part:
    if part.takes is None or most > _MOST_REPEATED:
        one_of_several = (_GAP, part, _GAP)
        return Part(None, (one_of_several,) if least else ())
    times = range(least, int(most) + 1)
    return Part(_either(_sequence([part] * number) for number in times))


def _bounds(repetition: re.Match[str]) -> tuple[int, float]:
    """How often at least and at most."""
    sign = repetition.group()[0]
    if sign != "{":
        return int(sign == "+"), 1 if sign == "?" else float("inf")
    least = int(repetition["least"])
    if not repetition["to"]:
        return least, least
    return least, int(repetition["most"]) if repetition["most"] else float("inf")


def _sequence(parts: Iterable[Part]) -> frozenset[str] | None:
    """All that parts may take one after the other; None where that is too much."""
    together: frozenset[str] | None = NOTHING
    for part in parts:
        together = joined(together, part.takes)
        if together is None:
            return None
    return together


def joined(left: frozenset[str] | None, right: frozenset[str] | None) -> frozenset[str] | None:
    """Return all that two parts may take together; None where that is too much to tell."""
    if left is None or right is None or len(left) * len(right) > _MOST_TEXTS:
        return None
    return frozenset(one + other for one in left for other in right)


def _either(choices: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    together = set[str]()
    for takes in choices:
        if takes is None:
            return None
        together |= takes
    return frozenset(together) if len(together) <= _MOST_TEXTS else None
