"""The one door to the network: every page that Syncline reads comes through a Fetcher."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from yarl import URL

from scraper.address import join, literal_ip, parse, refuse_private, refuse_unusual_port
from scraper.budget import Budget
from scraper.cache import Cache
from scraper.errors import HttpStatus, TooManyRedirects
from scraper.identity import SYNCLINE, Identity
from scraper.limits import Limits, Timeouts
from scraper.networks import is_loopback
from scraper.pace import PROGRAM, Pace
from scraper.page import Page
from scraper.retrying import seconds_to_wait
from scraper.robots import RobotsCache
from scraper.transport import Answer, Transport

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Fetcher:
    """Fetches pages: politely, within bounds, and never from a private network unless allowed.

    Use it as an async context manager. Each hop of a redirect is checked as the first one was.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        limits: Limits | None = None,
        timeouts: Timeouts | None = None,
        identity: Identity = SYNCLINE,
        hosts: Mapping[str, str] | None = None,
        ssl_context: ssl.SSLContext | None = None,
        cache: Cache | None = None,
        pace: Pace = PROGRAM,
    ) -> None:
        """Prepare to fetch.

        Args:
            allow_private: whether private and loopback addresses may be visited.
            limits: bounds in size and number; `Limits()` where None.
            timeouts: bounds in time; `Timeouts()` where None.
            identity: whom the sites see.
            hosts: names to addresses, `"acme.test": "127.0.0.1:8123"`, or for one port
                `"acme.test:443": "127.0.0.1:8443"`. Where given, no other name resolves. The
                addresses are checked like any other.
            ssl_context: trusts other certificates than the system does.
            cache: remembers pages beyond this fetcher's life; one of its own where None.
            pace: keeps requests to one host apart, by an `at_once` of its own; that of the whole
                program unless given.
        """
        self.limits = limits or Limits()
        self.timeouts = timeouts or Timeouts()
        self._agent = identity.product
        self._allow_private = allow_private
        self._cache = cache or Cache()
        self._pace = pace
        self._robots = RobotsCache(self._get_robots, self._agent, self.limits)
        self._transport = Transport(
            identity=identity,
            timeouts=self.timeouts,
            allow_private=allow_private,
            hosts=hosts,
            ssl_context=ssl_context,
        )

    async def __aenter__(self) -> Self:
        """Get ready to fetch."""
        await self._transport.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close all connections."""
        await self._robots.close()
        await self._transport.__aexit__(kind, error, traceback)

    async def fetch(
        self, url: str, *, part_of_page: bool = False, budget: Budget | None = None
    ) -> Page:
        """Return the page at `url`, redirects followed.

        Args:
            url: an http or https address.
            part_of_page: whether this is a script or the like of a page that is being visited
                already; it then need not wait for the gap between two visits.
            budget: pages that may still be fetched, redirects counted; no bound where None.

        Raises:
            FetchError: which branch says why; see `scraper.errors`.
        """
        current = parse(url)
        for _ in range(self.limits.redirects + 1):
            answer = await self._visit(current, part_of_page=part_of_page, budget=budget)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or location is None:
                return _page(url, answer)
            current = join(current, location)
        what = f"sends on more than {self.limits.redirects} times"
        raise TooManyRedirects(what, where=url, todo="Give the address it should end at")

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of the site of `url` names.

        Raises:
            FetchError: the site cannot be spoken with.
        """
        policy = await self._robots.policy(parse(url))
        return policy.sitemaps

    async def _visit(self, url: URL, *, part_of_page: bool, budget: Budget | None) -> Answer:
        if not self._allow_private:
            refuse_private(url)  # here too, so that the error names the page and not its robots.txt
            refuse_unusual_port(url)
        policy = await self._robots.policy(url)
        policy.check(url, self._agent)
        if budget is not None:
            budget.spend(url)
        asked = min(policy.delay(self._agent), self.limits.crawl_delay)
        gap = 0.0 if part_of_page else max(asked, self._gap(url))
        return await self._get_patiently(url, gap)

    async def _get_patiently(self, url: URL, gap: float) -> Answer:
        for tried in range(self.limits.retries + 1):
            conditions = self._cache.conditions(url)
            answer = await self._get(url, gap, most=self.limits.body, headers=conditions)
            wait = seconds_to_wait(answer, tried, self.limits)
            if wait is None:
                break
            await asyncio.sleep(wait)
        return self._cache.settled(url, answer)

    async def _get_robots(self, url: URL) -> Answer:
        return await self._get(url, self._gap(url), most=self.limits.robots, cut=True)

    async def _get(
        self,
        url: URL,
        gap: float,
        *,
        most: int,
        cut: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        async with self._pace.turn(url.raw_authority, gap):
            return await self._transport.get(url, most=most, cut=cut, headers=headers)

    def _gap(self, url: URL) -> float:
        # A server on the seeker's own machine has nobody to be spared.
        ip = literal_ip(url.raw_host or "")
        return 0.0 if ip is not None and is_loopback(ip) else self.limits.gap


async def fetch(url: str, *, allow_private: bool = False) -> Page:
    """Return the page at `url`, fetched once with a fetcher of its own.

    Raises:
        FetchError: which branch says why; see `scraper.errors`.
    """
    async with Fetcher(allow_private=allow_private) as fetcher:
        return await fetcher.fetch(url)


def fetch_page(url: str, *, allow_private: bool = False) -> Page:
    """Return the page at `url`, like `fetch`, for callers outside an event loop.

    Raises:
        FetchError: which branch says why; see `scraper.errors`.
    """
    return asyncio.run(fetch(url, allow_private=allow_private))


def _page(requested: str, answer: Answer) -> Page:
    if answer.status >= 400:
        raise _status(answer)
    return Page(
        requested=requested,
        url=str(answer.url),
        status=answer.status,
        content_type=answer.content_type,
        body=answer.body,
        charset=answer.charset,
    )


def _status(answer: Answer) -> HttpStatus:
    status = answer.status
    todo = "Try again later" if status in (429,) or status >= 500 else "Check the address"
    if status in (401, 403, 451):
        todo = "Open it in your own browser instead"
    return HttpStatus(status, f"answers with {status}", where=str(answer.url), todo=todo)
