"""A host is visited by few at once, and with a gap between visits."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

from scraper.fetcher import Fetcher
from scraper.limits import Limits
from scraper.pace import PROGRAM, Pace
from tests.scraper.web_site import Site


def starts(limits: Limits, hosts: list[str], gap: float) -> list[float]:
    """Seconds at which turns at `hosts` begin, all asked for at once."""

    async def main() -> list[float]:
        pace = Pace(limits)
        clock = asyncio.get_running_loop().time
        begun = clock()
        seen: list[float] = []

        async def visit(host: str) -> None:
            async with pace.turn(host, gap):
                seen.append(clock() - begun)

        await asyncio.gather(*map(visit, hosts))
        return sorted(seen)

    return asyncio.run(main())


def test_visits_to_one_host_keep_their_gap() -> None:
    seen = starts(Limits(), ["a"] * 4, gap=0.05)
    assert all(later - earlier >= 0.049 for earlier, later in pairwise(seen))


def test_visits_to_different_hosts_do_not_wait_for_each_other() -> None:
    assert starts(Limits(), list("abcdef"), gap=30)[-1] < 5


def test_no_more_than_one_is_at_one_host_at_once() -> None:
    async def main() -> int:
        pace, inside, most = Pace(Limits()), 0, 0

        async def visit() -> None:
            nonlocal inside, most
            async with pace.turn("a", 0):
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                inside -= 1

        await asyncio.gather(*(visit() for _ in range(10)))
        return most

    assert asyncio.run(main()) == 1


def test_host_in_use_is_never_forgotten() -> None:
    async def main() -> None:
        pace = Pace(Limits(origins=1))
        async with pace.turn("a", 0), pace.turn("b", 0), pace.turn("c", 0):
            assert pace.known == {"a", "b", "c"}

    asyncio.run(main())


def test_idle_hosts_are_forgotten_at_the_bound() -> None:
    async def main() -> None:
        pace = Pace(Limits(origins=2))
        for host in "abcd":
            async with pace.turn(host, 0):
                pass
        assert pace.known == {"c", "d"}

    asyncio.run(main())


def test_crawl_delay_is_honoured_up_to_its_bound(site: Site, fetching: Callable[..., Any]) -> None:
    site.put("/", "home")
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 3600", kind="text/plain")

    async def twice(fetcher: Fetcher) -> float:
        clock = asyncio.get_running_loop().time
        await fetcher.fetch(site.url())
        begun = clock()
        await fetcher.fetch(site.url())
        return clock() - begun

    assert 0.05 < fetching(twice, limits=Limits(gap=0, crawl_delay=0.1)) < 5


def test_fetchers_of_several_threads_keep_one_pace(site: Site) -> None:
    site.put("/", "home")
    pace = Pace(Limits())

    async def visit() -> None:
        limits = Limits(gap=0.2)
        hosts = {"acme.example": site.address}
        async with Fetcher(allow_private=True, limits=limits, hosts=hosts, pace=pace) as fetcher:
            await fetcher.fetch("http://acme.example/")

    begun = time.monotonic()
    with ThreadPoolExecutor(3) as threads:
        for done in [threads.submit(asyncio.run, visit()) for _ in range(3)]:
            done.result()
    assert len(site.asked) == 6  # a robots.txt and a page each
    assert time.monotonic() - begun >= 5 * 0.2


def test_fetchers_keep_the_pace_of_the_program_unless_told_otherwise() -> None:
    assert Fetcher()._pace is Fetcher()._pace is PROGRAM


def test_who_gives_up_waiting_leaves_the_turn_to_others() -> None:
    async def main() -> None:
        pace = Pace(Limits())

        async def visit() -> None:
            async with pace.turn("a", 0):
                pass

        async with pace.turn("a", 0):
            impatient = asyncio.create_task(visit())
            patient = asyncio.create_task(visit())
            await asyncio.sleep(0)
            impatient.cancel()
        await patient
        assert impatient.cancelled()

    asyncio.run(main())
