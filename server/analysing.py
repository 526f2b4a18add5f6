"""The one thing the service does: a submission becomes a stored analysis."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from scraper import fetch_page
from server.companies.asking import notice
from server.companies.checking import Checker
from server.companies.domain import domain_of
from server.errors import BadRequest
from server.settings import Settings
from server.store import Store, StoredAnalysis, save_analysis
from signals import Posting, analyze, read, read_text

_LONGEST_URL = 4000

_TURN = threading.Semaphore()
"""One page at a time, in the order they came: two at once would take Python's lock from each other
all the time, and each would take longer than both do in turn (`bench.server throughput`)."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What a caller wants analysed: a page's HTML, a text, or only an address to fetch."""

    url: str | None = None
    html: str | None = None
    text: str | None = None


def analyse(
    submission: Submission, store: Store, settings: Settings, checker: Checker
) -> StoredAnalysis:
    """Read, analyse and store a submission.

    Raises:
        BadRequest: it does not say what to analyse.
        FetchError: its address cannot be fetched.
        NotAPosting: it holds no job ad.
        StoreError: the database cannot be used; nothing was stored.
    """
    reading = _reading(submission, settings)
    with _TURN:
        posting = reading()
        report = analyze(posting)
    stored = save_analysis(store, posting, report, company_domain=domain_of(posting))
    notice(stored, store, checker)
    return stored


def _reading(submission: Submission, settings: Settings) -> Callable[[], Posting]:
    """What is left to do once the page is here: to read it."""
    url = _checked(submission.url)
    if submission.html is not None and submission.text is not None:
        raise BadRequest("holds both html and text", todo="Send one of them")
    if submission.html is not None:
        return partial(read, submission.html, url)
    if submission.text is not None:
        return partial(read_text, submission.text, url)
    if url is None:
        raise BadRequest("holds nothing to analyse", todo="Send html, text or a url")
    page = fetch_page(url, allow_private=settings.allow_private)
    return partial(read, page.body, page.url)


def _checked(url: str | None) -> str | None:
    """The address where it may be shown as a link: http or https, of bounded length."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError as error:
        raise BadRequest(f"url is no address: {error}", todo="Send an http or https url") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > _LONGEST_URL:
        raise BadRequest("url is no address of a page", todo="Send an http or https url")
    return url.strip()
