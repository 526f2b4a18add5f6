"""Checks whether a company publishes a handbook: the way from a domain to a finding."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

from yarl import URL

from scraper.errors import FetchError, HttpStatus, RobotsRefused
from scraper.fetcher import Fetcher
from scraper.handbook.candidates import (
    handbook_links,
    host_of,
    listing_links,
    on_platform,
    usual_paths,
    usual_subdomains,
)
from scraper.handbook.company import Company, is_bare_name, parse_company
from scraper.handbook.judge import Judgement, is_wall
from scraper.handbook.model import HandbookFinding, Outcome, Visit
from scraper.handbook.reading import ReadPage
from scraper.handbook.search import Search, Seen
from scraper.handbook.soft_404 import NotFoundPage, unlikely_path
from scraper.render import Renderer

MOST_SECONDS = 180.0
"""Seconds that one check may take."""

_REFUSALS = frozenset({401, 403, 407, 429, 451})

Found = tuple[ReadPage, Judgement]


@dataclass(frozen=True, slots=True)
class _Answer:
    """An outcome with its reason, before it is dated and put together."""

    outcome: Outcome
    why: str
    url: str | None = None
    evidence: str | None = None


async def check(
    company: str,
    *,
    allow_private: bool = False,
    fetcher: Fetcher | None = None,
    renderer: Renderer | None = None,
) -> HandbookFinding:
    """Return whether `company` publishes a handbook.

    Args:
        company: a domain, the address of a page of the company, or only its name, which is not
            enough and answered with `Outcome.UNCLEAR`.
        allow_private: whether private addresses may be visited; unused where `fetcher` is given.
        fetcher: an open fetcher to use, for callers that check many companies.
        renderer: an open renderer to use, likewise.

    Raises:
        BadAddress: `company` is neither a domain nor an address nor a name.
    """
    if is_bare_name(company):
        why = "A name alone does not say where the company's site is; give its domain."
        return _finding(company, None, (), _Answer(Outcome.UNCLEAR, why))
    parsed = parse_company(company)
    async with AsyncExitStack() as stack:
        if fetcher is None:
            fetcher = await stack.enter_async_context(Fetcher(allow_private=allow_private))
        if renderer is None:
            renderer = await stack.enter_async_context(Renderer())
        search = Search(fetcher, renderer)
        try:
            async with asyncio.timeout(MOST_SECONDS):
                answer = await _search(parsed, search)
        except TimeoutError:
            why = f"The site was too slow: the check ended after {MOST_SECONDS:g} seconds."
            answer = _Answer(Outcome.UNCLEAR, why)
    return _finding(company, parsed, tuple(search.visits), answer)


async def _search(company: Company, search: Search) -> _Answer:
    if company.asked is not None:
        found = await search.candidate(str(company.asked), NotFoundPage())
        if found is not None:
            return _public(found)
    if on_platform(company):
        return _platform(company, search)
    home = await _home(company, search)
    async for url, lost in _candidates(company, home, search):
        found = await search.candidate(url, lost)
        if found is not None:
            return _public(found)
    return _none(search) if home.page is not None else _closed(home)


async def _home(company: Company, search: Search) -> Seen:
    """The company's home page, at the first of its addresses that answers."""
    for url in company.homes:
        seen = await search.read(str(url))
        if seen.page is not None and not is_wall(seen.page):
            search.note(
                seen.url,
                f"the home page, which {seen.undecided}" if seen.undecided else "the home page",
            )
            search.undecided = seen if seen.undecided else None
            search.know(seen.page.url)
            return seen
        if seen.page is not None:
            search.note(seen.url, "a sign-in or a bot check")
            return Seen(seen.url, error=_wall(seen.url))
        if seen.error is None or _refuses(seen.error):
            break
    return seen


async def _candidates(
    company: Company, home: Seen, search: Search
) -> AsyncIterator[tuple[str, NotFoundPage]]:
    """Addresses that may be the handbook, the most promising first."""
    whole = NotFoundPage()
    if home.page is not None:
        lost = await _not_found_page(home.page.url, search)
        for url in handbook_links(home.page, company):
            yield url, lost
        for url in usual_paths(home.page.url):
            yield url, lost
    if home.page is not None or _refuses(home.error):
        for url in usual_subdomains(company):
            yield url, whole
    if home.page is not None:
        for listing in listing_links(home.page, company):
            async for url in _linked_from(listing, company, search):
                yield url, lost


async def _linked_from(listing: str, company: Company, search: Search) -> AsyncIterator[str]:
    seen = await search.read(listing)
    if seen.page is not None:
        search.note(listing, "looked through for links")
        for url in handbook_links(seen.page, company):
            yield url


async def _not_found_page(home: str, search: Search) -> NotFoundPage:
    url = str(URL(home).origin().with_path(unlikely_path()))
    seen = await search.read(url)
    if seen.page is None:
        return NotFoundPage()
    search.note(url, "a page, though there can be none")
    return NotFoundPage(seen.page)


def _public(found: Found) -> _Answer:
    page, judgement = found
    why = f"It calls itself a handbook and {judgement.why}."
    return _Answer(Outcome.PUBLIC, why, page.url, judgement.evidence)


def _platform(company: Company, search: Search) -> _Answer:
    """The answer for a site that hosts many companies' handbooks: only the asked page counts."""
    if company.asked is None:
        why = f"{company.domain} is home to many; give the address of the company's own page."
        return _Answer(Outcome.UNCLEAR, why)
    error = search.last_error
    is_there = error is None or (isinstance(error, HttpStatus) and error.status in (404, 410))
    return _none(search) if is_there else _closed(Seen(str(company.asked), error=error))


def _none(search: Search) -> _Answer:
    if search.partial is not None:
        page, judgement = search.partial
        why = f"The page {judgement.why}, which is not enough to call it a handbook."
        return _Answer(Outcome.UNCLEAR, why, page.url, judgement.evidence)
    if search.undecided is not None:
        why = f"Nothing was found, yet this page {search.undecided.undecided}."
        return _Answer(Outcome.UNCLEAR, why, search.undecided.url)
    why = f"None of the {len(search.visits)} addresses looked at is a public handbook."
    return _Answer(Outcome.NONE_FOUND, why)


def _closed(home: Seen) -> _Answer:
    if home.error is None:
        return _Answer(Outcome.UNCLEAR, "The home page is no text that could be read.")
    if _refuses(home.error):
        return _Answer(Outcome.BLOCKED, f"The site does not let us look: {home.error.what}.")
    todo = f" {home.error.todo}." if home.error.todo else ""
    return _Answer(Outcome.UNREACHABLE, f"The site cannot be reached: {home.error.what}.{todo}")


def _refuses(error: FetchError | None) -> bool:
    if isinstance(error, HttpStatus):
        return error.status in _REFUSALS
    return isinstance(error, RobotsRefused)


def _wall(url: str) -> FetchError:
    return HttpStatus(403, "it shows a sign-in or a bot check", where=url)


def _finding(
    company: str, parsed: Company | None, visits: tuple[Visit, ...], answer: _Answer
) -> HandbookFinding:
    host = host_of(answer.url, parsed) if answer.url and parsed else None
    return HandbookFinding(
        company=company,
        domain=parsed.domain if parsed else "",
        outcome=answer.outcome,
        url=answer.url,
        host=host,
        evidence=answer.evidence,
        why=answer.why,
        looked_at=visits,
        checked_at=datetime.now(UTC),
    )
