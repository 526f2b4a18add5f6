"""Checks whether a company publishes a handbook: the way from a domain to a finding."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, aclosing, suppress
from datetime import UTC, datetime

from scraper.errors import TimedOut
from scraper.fetcher import Fetcher
from scraper.handbook.answers import Answer, closed, nothing, platform, public
from scraper.handbook.boards import board_of, known_company
from scraper.handbook.communication import communication_signals
from scraper.handbook.company import Company, is_bare_name, moved, parse_company
from scraper.handbook.failures import is_away, says_more, wall
from scraper.handbook.hosting import host_of, is_shared, on_platform
from scraper.handbook.judge import is_wall
from scraper.handbook.known import domain_of
from scraper.handbook.model import HandbookFinding, Outcome
from scraper.handbook.search import Found, Progress, Search
from scraper.handbook.seen import Seen
from scraper.handbook.ways import candidates
from scraper.render import Renderer
from signals import Signal

MOST_SECONDS = 180.0
"""Seconds that one check may take."""


async def check(
    company: str,
    *,
    allow_private: bool = False,
    fetcher: Fetcher | None = None,
    renderer: Renderer | None = None,
    progress: Progress | None = None,
) -> HandbookFinding:
    """Return whether `company` publishes a handbook.

    Args:
        company: a domain, the address of a page of the company, or its name. A name is enough only
            where known.toml holds it; otherwise the answer is `Outcome.UNCLEAR`.
        allow_private: whether private addresses may be visited; unused where `fetcher` is given.
        fetcher: an open fetcher to use, for callers that check many companies.
        renderer: an open renderer to use, likewise.
        progress: told of each page that is about to be looked at, and how many were before.

    Raises:
        BadAddress: `company` is neither a domain nor an address nor a name.
    """
    domain = domain_of(company)
    if domain is None and is_bare_name(company):
        why = "A name alone does not say where the company's site is; give its domain."
        return _finding(company, None, None, Answer(Outcome.UNCLEAR, why), ())
    parsed = parse_company(domain or company)
    if parsed.asked is not None and (board := board_of(parsed.asked)) is not None:
        hiring = known_company(parsed.asked)
        if hiring is None:
            why = f"{board} is a job board; give the domain of the company itself."
            return _finding(company, None, None, Answer(Outcome.UNCLEAR, why), ())
        parsed = parse_company(hiring)
    async with AsyncExitStack() as stack:
        if fetcher is None:
            fetcher = await stack.enter_async_context(Fetcher(allow_private=allow_private))
        if renderer is None:
            renderer = await stack.enter_async_context(Renderer())
        search = Search(parsed, fetcher, renderer, progress)
        why = f"The site was too slow: the check ended after {MOST_SECONDS:g} seconds."
        answer = Answer(Outcome.UNCLEAR, why)
        signals: tuple[Signal, ...] = ()
        with suppress(TimeoutError):
            async with asyncio.timeout(MOST_SECONDS):
                found = await _found(search)
                answer = found if isinstance(found, Answer) else public(found)
                if not isinstance(found, Answer):
                    signals = await communication_signals(found[0], search)
    return _finding(company, search.company, search, answer, signals)


async def _found(search: Search) -> Found | Answer:
    """The company's handbook, or why there is none."""
    company = search.company
    if company.asked is not None:
        found = await search.candidate(str(company.asked))
        if found is not None:
            return found
    if on_platform(company):
        return platform(search)
    home = await _home(search)
    if is_away(home.error):
        return closed(home)
    if home.page is not None and not is_shared(home.page.url):
        company = search.company = moved(company, home.page.url)
    async with aclosing(candidates(company, home.page, search)) as ways:
        async for candidate in ways:
            found = await search.candidate(candidate.url, guessed=candidate.guessed)
            if found is not None:
                return found
    return nothing(search) if home.page is not None else closed(home)


async def _home(search: Search) -> Seen:
    """The company's home page, at the first of its addresses that answers; else what tells most."""
    failed: Seen | None = None
    for url in search.company.homes:
        seen = await search.read(str(url))
        if seen.page is not None and is_wall(seen.page):
            search.note(seen.url, "a sign-in or a bot check")
            return Seen(seen.url, error=wall(seen.url))
        if seen.page is not None:
            unread = f", which {seen.undecided}" if seen.undecided else ""
            search.note(seen.url, f"the home page{unread}")
            search.undecided = seen if seen.undecided else None
            search.know(seen.page.url)
            search.home = seen.page
            return seen
        if failed is None or says_more(seen.error, failed.error):
            failed = seen
        if not is_away(seen.error) or isinstance(seen.error, TimedOut):
            return seen
    return failed or Seen(search.company.domain)


def _finding(
    company: str,
    parsed: Company | None,
    search: Search | None,
    answer: Answer,
    signals: tuple[Signal, ...],
) -> HandbookFinding:
    return HandbookFinding(
        company=company,
        domain=parsed.domain if parsed else "",
        outcome=answer.outcome,
        url=answer.url,
        host=host_of(answer.url, parsed) if answer.url and parsed else None,
        evidence=answer.evidence,
        why=answer.why,
        looked_at=tuple(search.visits) if search else (),
        checked_at=datetime.now(UTC),
        signals=signals,
    )
