"""What the columns of an analysis say, worked out from its document."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from server.documents import Document
from server.filing.folding import fold
from server.filing.storable import storable, storable_or_none
from signals.model import Position
from signals.sites import posting_key, sites_at

_UNCLEAR = 9_999
"""Farther from either end of the spectrum than any posting that says something."""


def derived_values(content: Document) -> dict[str, Any]:
    """Return the columns that follow from posting and report, each as long as it may be."""
    posting, report = content["posting"], content["report"]
    url, score = posting["url"], float(report["score"])
    is_unclear = report["position"] == Position.UNCLEAR
    return {
        "title": storable_or_none(posting["title"], 500),
        "company": storable_or_none(posting["company"], 500),
        "company_key": company_key(posting["company"]),
        "site": site_name(url),
        "url": storable_or_none(url, 4000),
        "posting_key": storable_or_none(posting_key(url), 300),
        "position": str(report["position"]),
        "score": score,
        "confidence": float(report["confidence"]),
        "from_async": _UNCLEAR if is_unclear else round((1 - score) * 1000),
        "from_sync": _UNCLEAR if is_unclear else round((1 + score) * 1000),
        "rulebook": storable(report["rulebook"], 64),
    }


def company_key(name: str | None) -> str:
    """Return what a company's name is known by, however it is written; "" for none."""
    return storable(fold(name or ""), 500)


def site_name(url: str | None) -> str | None:
    """Return where a posting was read: the board's id, else the host name, or None."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    board = next(iter(sites_at(host)), None) if host else None
    if board:
        return board.id
    return storable_or_none(host.removeprefix("www.") if host else None, 255)


def searched_texts(content: Document) -> tuple[str | None, ...]:
    """Return the texts that a search looks through."""
    posting = content["posting"]
    return posting["title"], posting["company"], posting["location"], posting["text"]


def storable_domain(domain: str | None) -> str | None:
    """Return a domain as the tables keep it, or None."""
    return storable_or_none(domain.lower() if domain else None, 255)
