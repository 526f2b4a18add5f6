"""The one thing the service does: a submission becomes a stored analysis."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from scraper import fetch_page
from server.companies.asking import notice
from server.errors import BadRequest
from server.preparing import Page
from server.settings import Settings
from server.state import State
from server.store import Entry, StoredAnalysis, save

_LONGEST_URL = 4000
_GIVE_HTTP = "Give one that begins with https:// or http://"


@dataclass(frozen=True, slots=True)
class Submission:
    """What a caller wants analysed: a page's HTML, a text, or only an address to fetch."""

    url: str | None = None
    html: str | None = None
    text: str | None = None


def analyse(submission: Submission, service: State) -> StoredAnalysis:
    """Read, analyse and store a submission.

    Raises:
        BadRequest: it does not say what to analyse.
        FetchError: its address cannot be fetched.
        NotAPosting: it holds no job ad.
        NotRead: it takes too long to read.
        StoreError: the database cannot be used; nothing was stored.
    """
    entry = entry_for(submission, service)
    with service.store.one_transaction():
        return keep(entry, service)


def entry_for(submission: Submission, service: State) -> Entry:
    """Read and analyse a submission; raises what `analyse` does, but StoreError."""
    return service.prepare(_page(submission, service.settings))


def keep(entry: Entry, service: State) -> StoredAnalysis:
    """Store what was analysed, and have its company looked at where the seeker wants that.

    Raises:
        StoreError: the database cannot be used.
    """
    stored = save(service.store, entry)
    notice(stored, service.store, service.checker)
    return stored


def _page(submission: Submission, settings: Settings) -> Page:
    """The page, fetched where only its address is given."""
    url = _checked(submission.url)
    if submission.html is not None and submission.text is not None:
        raise BadRequest("holds both html and text", todo="Send one of them")
    if submission.html is not None:
        return Page(submission.html, url)
    if submission.text is not None:
        return Page(submission.text, url, is_text=True)
    if url is None:
        raise BadRequest("holds nothing to analyse", todo="Send html, text or a url")
    page = fetch_page(url, allow_private=settings.allow_private)
    return Page(page.body, page.url)


def _checked(url: str | None) -> str | None:
    """The address where it may be shown as a link: http or https, of bounded length."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError as error:
        raise BadRequest("the address is not that of a web page", todo=_GIVE_HTTP) from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadRequest("the address is not that of a web page", todo=_GIVE_HTTP)
    if len(url) > _LONGEST_URL:
        raise BadRequest(f"the address is longer than {_LONGEST_URL:,} characters")
    return url.strip()
