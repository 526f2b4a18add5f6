"""robots.txt is asked for once, and obeyed as RFC 9309 says."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from scraper import errors
from scraper.fetcher import Fetcher
from scraper.limits import Limits
from scraper.page import Page
from scraper.robots import only_our_groups
from tests.scraper.web_site import Site

Fetched = Callable[..., Page]


def robots(site: Site, text: str, **more: Any) -> None:
    site.put("/robots.txt", text, **{"kind": "text/plain", **more})
    site.put("/", "home")
    site.put("/secret/page", "secret")


def test_refused_page_is_not_visited(site: Site, fetched: Fetched) -> None:
    robots(site, "User-agent: *\nDisallow: /secret/")
    with pytest.raises(errors.RobotsRefused):
        fetched(site.url("/secret/page"))
    assert site.asked == ["/robots.txt"]


def test_page_that_is_not_refused_is_visited(site: Site, fetched: Fetched) -> None:
    robots(site, "User-agent: *\nDisallow: /secret/")
    assert fetched(site.url()).body == b"home"


def test_our_own_group_counts_before_the_general_one(site: Site, fetched: Fetched) -> None:
    robots(site, "User-agent: *\nDisallow:\n\nUser-agent: Syncline\nDisallow: /")
    with pytest.raises(errors.RobotsRefused):
        fetched(site.url())


def test_other_robots_groups_are_not_ours(site: Site, fetched: Fetched) -> None:
    robots(site, "User-agent: OtherBot\nDisallow: /")
    assert fetched(site.url()).body == b"home"


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_missing_robots_txt_allows_everything(site: Site, fetched: Fetched, status: int) -> None:
    robots(site, "User-agent: *\nDisallow: /", status=status)
    assert fetched(site.url()).body == b"home"


@pytest.mark.parametrize("status", [500, 503])
def test_broken_robots_txt_refuses_everything(site: Site, fetched: Fetched, status: int) -> None:
    robots(site, "", status=status)
    with pytest.raises(errors.RobotsRefused, match=str(status)):
        fetched(site.url())


def test_redirect_of_robots_txt_is_followed(site: Site, fetched: Fetched) -> None:
    robots(site, "")
    site.redirect("/robots.txt", "/rules.txt")
    site.put("/rules.txt", "User-agent: *\nDisallow: /", kind="text/plain")
    with pytest.raises(errors.RobotsRefused):
        fetched(site.url())


def test_robots_txt_that_redirects_for_ever_allows_everything(site: Site, fetched: Fetched) -> None:
    robots(site, "")
    site.redirect("/robots.txt", "/robots.txt")
    assert fetched(site.url()).body == b"home"


def test_robots_txt_is_read_up_to_its_bound(site: Site, fetched: Fetched) -> None:
    robots(site, "# " + "x" * 2000 + "\nUser-agent: *\nDisallow: /")
    assert fetched(site.url(), limits=Limits(gap=0, robots=1000)).body == b"home"


def test_robots_txt_of_ten_megabytes_is_read_at_its_beginning(site: Site, fetched: Fetched) -> None:
    robots(site, "User-agent: *\nDisallow: /secret/\n" + "# nothing\n" * 1_000_000)
    assert fetched(site.url()).body == b"home"
    with pytest.raises(errors.RobotsRefused):
        fetched(site.url("/secret/page"))


def test_robots_txt_is_asked_for_once(site: Site, fetching: Callable[..., Any]) -> None:
    robots(site, "")

    async def five(fetcher: Fetcher) -> None:
        await asyncio.gather(*(fetcher.fetch(site.url()) for _ in range(5)))

    fetching(five)
    assert site.asked.count("/robots.txt") == 1


def test_failed_robots_txt_is_asked_for_again(site: Site, fetching: Callable[..., Any]) -> None:
    robots(site, "", headers={"Content-Length": "500"})

    async def twice(fetcher: Fetcher) -> bytes:
        with pytest.raises(errors.Unreachable):
            await fetcher.fetch(site.url())
        robots(site, "")
        return (await fetcher.fetch(site.url())).body

    assert fetching(twice) == b"home"


def test_binary_robots_txt_allows_everything(site: Site, fetched: Fetched) -> None:
    robots(site, "")
    site.put("/robots.txt", bytes(range(256)) * 100)
    assert fetched(site.url()).body == b"home"


def test_hostile_robots_txt_is_read_quickly(site: Site, fetched: Fetched) -> None:
    agents = "".join(f"User-agent: bot{number}\n" for number in range(15_000))
    robots(site, agents + "Disallow: /*a*b*c*d$\n" * 10_000)
    begun = time.monotonic()
    fetched(site.url())
    assert time.monotonic() - begun < 5


def test_names_of_other_agents_become_one() -> None:
    text = "User-agent: a\nuseragent: b\nUser-Agent: Syncline # us\nUser agent *\nDisallow: /x"
    assert only_our_groups(text, "Syncline").splitlines() == [
        "user-agent: other",
        "user-agent: other",
        "User-Agent: Syncline # us",
        "User agent *",
        "Disallow: /x",
    ]
