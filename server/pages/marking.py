"""Splits texts around the words that rules found, so that a template can mark them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.documents import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a posting's text, and the signal found there, if any."""

    text: str
    signal: Document | None = None


def mark(evidence: Document) -> tuple[str, str, str]:
    """Return what stands before the found words, the words, and what stands behind them."""
    quote = str(evidence["quote"])
    start = int(evidence["found_start"]) - int(evidence["start"])
    end = int(evidence["found_end"]) - int(evidence["start"])
    return quote[:start], quote[start:end], quote[end:]


def pieces(text: str, signals: Sequence[Document]) -> list[Piece]:
    """Return a posting's text cut at its evidence; where two overlap, the earlier is marked."""
    found: list[Piece] = []
    at = 0
    for signal in sorted(signals, key=lambda one: int(one["evidence"]["found_start"])):
        start, end = signal["evidence"]["found_start"], signal["evidence"]["found_end"]
        if signal["evidence"]["source"] == "posting" and at <= start < end:
            found += [Piece(text[at:start]), Piece(text[start:end], signal)]
            at = end
    return [*found, Piece(text[at:])]
