"""What a company publishes. The only room that touches the network or drives a browser.

await fetch(url) -> Page                  one page, politely and within bounds
fetch_page(url) -> Page                   the same, outside an event loop
await check(company) -> HandbookFinding   does this company publish a handbook?
Fetcher                                   the one door to the network, for many pages
"""

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
from scraper.fetcher import Fetcher, fetch, fetch_page
from scraper.handbook import (
    HandbookFinding,
    HandbookHost,
    Outcome,
    Visit,
    check,
    finding_document,
)
from scraper.page import Page

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
