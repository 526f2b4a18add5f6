"""What a comparison shows of an aspect in each report: how it leans, and the strongest quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.documents import Document
from signals.model import Aspect


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect; of each report its strongest signal in each direction, async first."""

    aspect: Aspect
    cells: Sequence[Sequence[Document]]


def compared(reports: Sequence[Document]) -> list[Row]:
    """Return a row for every aspect that at least one report speaks of."""
    rows = [Row(aspect, [_strongest(one, aspect) for one in reports]) for aspect in Aspect]
    return [row for row in rows if any(row.cells)]


def _strongest(report: Document, aspect: Aspect) -> list[Document]:
    found: dict[str, Document] = {}
    for signal in report["signals"]:
        if signal["aspect"] == aspect:
            best = found.get(signal["direction"])
            if best is None or signal["weight"] > best["weight"]:
                found[signal["direction"]] = signal
    return [found[direction] for direction in ("async", "sync") if direction in found]
