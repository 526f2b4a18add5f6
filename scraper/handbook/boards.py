"""Companies' pages on job boards: the board is not the company, and may name it."""

from __future__ import annotations

from yarl import URL

from scraper.handbook.known import domain_of
from signals.sites import sites_at

_PARTS = 3
"""Parts of a path among which a board names the company: /company/acme, /acme/jobs/1."""


def board_of(url: URL) -> str | None:
    """Return the name of the job board that the page at `url` is on; None elsewhere."""
    if url.path == "/":
        return None  # the board itself is a company too
    return next((board.name for board in sites_at(url.host or "")), None)


def known_company(url: URL) -> str | None:
    """Return the domain of the well-known company that the board's address `url` names, or None."""
    parts = ((url.host or "").partition(".")[0], *url.parts[1 : 1 + _PARTS])
    found = (domain_of(part.replace("-", " ")) for part in parts)
    return next(filter(None, found), None)
