r"""The cues of a pattern: literals of which one stands wherever it matches, whatever else there is.

`\b(?:daily|morning) stand-?ups? (?:\w+ ){0,9}at\b` cannot match where none of " daily standup",
" daily stand up", " morning standup" and " morning stand up" stands. Literals of thousands of
patterns are found in one pass, which costs as much for the first text as for the thousandth; a
pattern itself need be tried only where its cues stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from signals.engine.pattern_parts import EDGE, NOTHING, Part, choices_of, joined, plain

Cue = frozenset[str]
"""Literals in plain text; one of them stands wherever the pattern matches."""

_EVERYWHERE: Cue = frozenset({" "})
"""The cue of a pattern that has no other: it is tried in any text."""

_BESIDE = (frozenset({EDGE}), frozenset({" "}))
"""What a group may need beside it to be rare: " et " stands in fewer texts than "et"."""


def text_of(folded: bytes) -> str:
    """Return a folded text as cues are looked for in it: plain, with a blank at either end."""
    return f" {plain(folded)} "


def cues_of(pattern: str) -> tuple[Cue, ...]:
    """Return the cues of a pattern, one or more, all of which stand wherever it matches.

    Raises:
        ValueError: if the pattern cannot be read.
    """
    return _of_choices(choices_of(pattern)) or (_EVERYWHERE,)


def shortest(cue: Cue) -> Cue:
    """Return a cue without the literals that hold another one of it."""
    kept: list[str] = []
    for literal in sorted(cue, key=len):
        if not any(other in literal for other in kept):
            kept.append(literal)
    return frozenset(kept)


def _of_choices(choices: Sequence[Sequence[Part]]) -> tuple[Cue, ...]:
    """Of one alternative all its cues; of several, the longest of each together."""
    if len(choices) == 1:
        return tuple(_cues(choices[0]))
    longest = [max(_cues(parts), key=_least_width, default=None) for parts in choices]
    known = [cue for cue in longest if cue]
    whole = known and len(known) == len(longest)
    return (frozenset(chain.from_iterable(known)),) if whole else ()


def _cues(parts: Sequence[Part]) -> Iterator[Cue]:
    """The cues of parts that follow one another: of as many together as may be told."""
    together = NOTHING
    for part, following in zip_longest(parts, parts[1:]):
        longer = joined(together, part.takes)
        if longer is None:
            yield from _cue(together)
            before = Part(_beside(text[-1:] for text in together))
            after = Part(_beside(following.takes or () if following else ()))
            yield from _of_choices([(before, *row, after) for row in part.choices])
            longer = joined(before.takes, part.takes) or NOTHING
        together = longer
    yield from _cue(together)


def _beside(texts: Iterable[str]) -> frozenset[str]:
    """The blank or edge that all `texts` are; else nothing."""
    found = frozenset(texts)
    return found if found in _BESIDE else NOTHING


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
    while EDGE in text:
        before, _, after = text.partition(EDGE)
        after = after.lstrip(EDGE)
        if before and after and (before[-1] == " ") == (after[0] == " "):
            return None
        outside = (not before and after[:1].strip()) or (not after and before[-1:].strip())
        text = before + (" " if outside else "") + after
    return text
