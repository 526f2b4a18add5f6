"""Reads signals and facts back from a stored report; the counterpart of `server.documents`."""

from __future__ import annotations

from datetime import time

from server.documents import Document
from signals.model import Aspect, Direction, Evidence, HoursFact, HoursKind, Signal, Source


def signals_of(report: Document) -> list[Signal]:
    """Return the signals of a report's document."""
    return [_signal(document) for document in report.get("signals", [])]


def facts_of(report: Document) -> list[HoursFact]:
    """Return the facts of a report's document; of their evidence only the quote is stored."""
    return [_fact(document) for document in report.get("facts", [])]


def _signal(document: Document) -> Signal:
    evidence = document["evidence"]
    return Signal(
        rule=document["rule"],
        aspect=Aspect(document["aspect"]),
        direction=Direction(document["direction"]),
        weight=document["weight"],
        evidence=Evidence(**{**evidence, "source": Source(evidence["source"])}),
        why=document["why"],
    )


def _fact(document: Document) -> HoursFact:
    quote = document["quote"]
    return HoursFact(
        kind=HoursKind(document["kind"]),
        evidence=Evidence(quote, 0, len(quote), 0, len(quote)),
        zones=tuple(document["zones"]),
        ambiguous=document["ambiguous"],
        start=_clock(document["start"]),
        end=_clock(document["end"]),
        assumed=document["assumed"],
        days=tuple(document["days"]),
        west=document["west"],
        east=document["east"],
        overlap=document["overlap"],
    )


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
