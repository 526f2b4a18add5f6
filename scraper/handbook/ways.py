"""The ways to a company's handbook, the most promising first."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from contextlib import suppress
from dataclasses import dataclass

from yarl import URL

from scraper.address import join
from scraper.errors import BadAddress, FetchError
from scraper.handbook.candidates import (
    handbook_links,
    listing_links,
    probes,
)
from scraper.handbook.company import Company
from scraper.handbook.github import guessed_repositories, listed_repositories, organisation
from scraper.handbook.judge import Likeness, judge
from scraper.handbook.known import known_handbook
from scraper.handbook.reading import ReadPage
from scraper.handbook.search import Search
from scraper.handbook.sitemap import (
    Sitemap,
    handbook_addresses,
    likeliest_sitemap,
    read_sitemap,
)

_SITEMAPS = 2
"""Sitemaps that are read: the first, and one that it names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be the handbook's; `guessed` where no link led there."""

    url: str
    guessed: bool = False


async def candidates(
    company: Company, home: ReadPage | None, search: Search
) -> AsyncGenerator[Candidate, None]:
    """Yield addresses that may be the handbook, the most promising first.

    Args:
        company: whose handbook is looked for.
        home: its home page; None where the site refuses to show it, and names below its domain
            are all that can be tried.
        search: reads the pages that are looked through on the way.
    """
    start = home.url if home else str(company.homes[0])
    if (known := known_handbook(company.domain)) is not None:
        yield Candidate(known)
    for url in handbook_links(home, company) if home else ():
        yield Candidate(url)
    for url in probes(company, start, early=True):
        yield Candidate(url, guessed=True)
    if home is not None:
        async for candidate in _around(company, home, search):
            yield candidate
        sitemap = await _sitemap(home.url, search)
        for url in handbook_addresses(sitemap, company):
            yield Candidate(url)
    for url in probes(company, start, early=False):
        yield Candidate(url, guessed=True)


async def _sitemap(home: str, search: Search) -> Sitemap:
    """The site's list of its pages, or the part of it that is likeliest to name a handbook."""
    url = await _first_sitemap(home, search)
    for _ in range(_SITEMAPS):
        page = await search.fetch(url) if url and not search.is_spent else None
        if url is None or page is None:
            break
        sitemap = read_sitemap(page)
        search.note(url, f"a sitemap of {len(sitemap.addresses)} addresses")
        if not sitemap.is_index:
            return sitemap
        url = likeliest_sitemap(sitemap.addresses)
    return Sitemap(())


async def _first_sitemap(home: str, search: Search) -> str | None:
    try:
        named = await search.fetcher.sitemaps(home)
    except FetchError:
        return None
    usual = str(URL(home).with_path("/sitemap.xml"))
    joined = _joined(named, URL(home))
    return likeliest_sitemap(joined) or next(iter(joined), usual)


def _joined(addresses: Iterable[str], home: URL) -> list[str]:
    """`addresses`, which may be relative to the site, as whole ones; those that are none left out.

    A robots.txt should name whole ones, and some do not.
    """
    found = []
    for address in addresses:
        with suppress(BadAddress):
            found.append(str(join(home, address)))
    return found


async def _around(
    company: Company, home: ReadPage, search: Search
) -> AsyncGenerator[Candidate, None]:
    """What the organisation on GitHub and the company's own pages lead to."""
    owner = organisation(home, company)
    if owner is not None:
        async for candidate in _of_organisation(owner, search):
            yield candidate
    for listing in listing_links(home, company):
        page = await _looked_through(listing, search)
        if page is None:
            continue
        for url in handbook_links(page, company):
            yield Candidate(url)
        if owner is None and (owner := organisation(page, company)) is not None:
            async for candidate in _of_organisation(owner, search):
                yield candidate


async def _of_organisation(owner: str, search: Search) -> AsyncGenerator[Candidate, None]:
    first, *others = guessed_repositories(owner)
    yield Candidate(first, guessed=True)
    page = await _looked_through(f"https://github.com/{owner}", search, judged=False)
    listed = listed_repositories(page, owner) if page else ()
    for url in (*listed, *others):
        yield Candidate(url, guessed=True)


async def _looked_through(url: str, search: Search, *, judged: bool = True) -> ReadPage | None:
    if search.is_spent:
        return None
    seen = await search.read(url)
    page = seen.page
    if page is None:
        return None
    judgement = judge(page)
    is_something = judged and judgement.likeness is Likeness.PARTIAL
    if is_something and not await search.is_lost(seen, page):
        search.keep_partial(page, judgement)
    search.note(url, "looked through for links")
    return page
