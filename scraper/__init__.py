"""What a company publishes. The only room that touches the network or drives a browser.

await fetch(url) -> Page                  one page, politely and within bounds
fetch_page(url) -> Page                   the same, outside an event loop
await check(company) -> HandbookFinding   does this company publish a handbook?
Fetcher                                   the one door to the network, for many pages

What fetches is imported when it is first asked for: processes that only read a page, and know its
company by an address, load neither the network's libraries nor the browser's.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from scraper.errors import (
    BadAddress,
    BrowserError,
    BudgetSpent,
    CannotRender,
    FetchError,
    HttpStatus,
    NameNotFound,
    NoBrowser,
    PrivateAddress,
    RobotsRefused,
    TimedOut,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)
from scraper.handbook.document import finding_document
from scraper.handbook.model import HandbookFinding, HandbookHost, Outcome, Visit
from scraper.page import Page

if TYPE_CHECKING:
    from scraper.fetcher import Fetcher, fetch, fetch_page
    from scraper.handbook.check import check

_LATER = {
    "Fetcher": "scraper.fetcher",
    "check": "scraper.handbook.check",
    "fetch": "scraper.fetcher",
    "fetch_page": "scraper.fetcher",
}

__all__ = [
    "BadAddress",
    "BrowserError",
    "BudgetSpent",
    "CannotRender",
    "FetchError",
    "Fetcher",
    "HandbookFinding",
    "HandbookHost",
    "HttpStatus",
    "NameNotFound",
    "NoBrowser",
    "Outcome",
    "Page",
    "PrivateAddress",
    "RobotsRefused",
    "TimedOut",
    "TooLarge",
    "TooManyRedirects",
    "Unreachable",
    "Visit",
    "check",
    "fetch",
    "fetch_page",
    "finding_document",
]


def __getattr__(name: str) -> object:
    """Import what fetches when it is first asked for (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
