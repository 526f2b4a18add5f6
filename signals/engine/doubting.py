"""Weakens finds that something elsewhere in the ad speaks against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from signals.engine.quoting import around
from signals.engine.searching import any_in, compiled
from signals.engine.sentences import Sentences
from signals.model import Signal
from signals.rulebook import Doubt

_NEAR = 60
"""Characters on each side of what raises a doubt in which `unless` may turn it down."""


def weakened(
    found: Iterable[Signal], doubts: Mapping[str, Sequence[Doubt]], text: Sentences
) -> Iterator[Signal]:
    """Yield the signals, those with less weight whose rule has a doubt that the text raises.

    Args:
        found: the signals of one ad.
        doubts: by the rule's id, the doubts it has.
        text: the ad.
    """
    raised: dict[str, bool] = {}
    for signal in found:
        weight = signal.weight
        for doubt in doubts.get(signal.rule, ()):
            if doubt.id not in raised:
                raised[doubt.id] = _is_raised(doubt, text)
            if raised[doubt.id]:
                weight = min(weight, doubt.at_most)
        yield signal if weight == signal.weight else replace(signal, weight=weight)


def _is_raised(doubt: Doubt, text: Sentences) -> bool:
    return any(
        not any_in(doubt.unless, _near(text, *match.span()))
        for pattern in doubt.anywhere
        for match in compiled(pattern).finditer(text.data)
    )


def _near(text: Sentences, start: int, end: int) -> bytes:
    """The whole words around `text[start:end]` in its line."""
    left, right = around(text.text, text.line(start, end), start, end, _NEAR)
    return text.data[left:right]
