"""What a list's cards may show: what is known of the posting, else what the card's own text says.

A card whose text says nothing stays without a verdict: a guess would be worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.documents import Document
from server.store import Store, handbooks_by_name, newest_of
from signals import Position, Posting, analyze
from signals.sites import posting_key

MOST_CARDS = 100
"""Cards of one request at most; a page's script asks for what is in view."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a list, as the page shows it."""

    url: str | None = None
    title: str | None = None
    company: str | None = None
    location: str | None = None
    text: str = ""


def judge_cards(cards: Sequence[Card], store: Store) -> list[Document | None]:
    """Return for each card what it may show, or None.

    Raises:
        StoreError: the database cannot be used.
    """
    keys = [posting_key(card.url) for card in cards]
    known = newest_of(store, [key for key in keys if key])
    handbooks = handbooks_by_name(store, [card.company for card in cards if card.company])
    verdicts = [
        _seen_before(known[key]) if key in known else _said_by_the_card(card)
        for card, key in zip(cards, keys, strict=True)
    ]
    return [
        {**verdict, "handbook": _mark(handbooks.get(card.company or ""))} if verdict else None
        for card, verdict in zip(cards, verdicts, strict=True)
    ]


def _mark(finding: Document | None) -> Document | None:
    return {"outcome": finding["outcome"], "url": finding["url"]} if finding else None


def _seen_before(analysis: Document) -> Document:
    report = analysis["report"]
    reasons = report["badge"]["reasons"]
    return {
        "position": report["position"],
        "label": report["label"],
        "confidence": report["confidence"],
        "quote": reasons[0]["evidence"]["quote"] if reasons else "",
        "known_by": "posting",
    }


def _said_by_the_card(card: Card) -> Document | None:
    parts = [part for part in (card.title, card.location) if part and part not in card.text]
    text = "\n".join([*parts, card.text])
    report = analyze(Posting(text, title=card.title))
    if report.position is Position.UNCLEAR:
        return None
    return {
        "position": report.position,
        "label": report.position.label,
        "confidence": report.confidence,
        "quote": report.badge.reasons[0].evidence.quote,
        "known_by": "card",
    }
