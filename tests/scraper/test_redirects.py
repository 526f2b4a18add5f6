"""Redirects are followed, and every hop is checked as the first one was."""

from collections.abc import Callable
from typing import Any

import pytest

from scraper import errors
from scraper.budget import Budget
from scraper.page import Page
from tests.scraper.web_site import Site

Fetched = Callable[..., Page]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_followed(site: Site, fetched: Fetched, status: int) -> None:
    site.redirect("/old", "/new", status)
    site.put("/new", "hello")
    page = fetched(site.url("/old"))
    assert (page.requested, page.url) == (site.url("/old"), site.url("/new"))


def test_redirect_to_another_host_is_followed(
    site: Site, other_site: Site, fetched: Fetched
) -> None:
    site.redirect("/", "http://b.example/there")
    other_site.put("/there", "hello")
    hosts = {"a.example": site.address, "b.example": other_site.address}
    assert fetched("http://a.example/", hosts=hosts).url == "http://b.example/there"


def test_redirect_in_a_circle_ends(site: Site, fetched: Fetched) -> None:
    site.redirect("/", "/")
    with pytest.raises(errors.TooManyRedirects):
        fetched(site.url())
    assert len(site.pages_asked()) == 6


def test_redirect_to_a_private_name_is_refused(site: Site, fetched: Fetched) -> None:
    # The first host is public in name only; the check of the second one is what counts here.
    site.redirect("/", "http://169.254.169.254/latest/meta-data/")
    with pytest.raises(errors.PrivateAddress):
        fetched("http://acme.example/", hosts={"acme.example": site.address}, allow_private=False)


def test_redirect_to_an_unusual_port_is_refused(site: Site, fetched: Fetched) -> None:
    site.redirect("/", "http://b.example:6379/")
    with pytest.raises(errors.FetchError):
        fetched("http://acme.example/", hosts={"acme.example": site.address}, allow_private=False)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@a.example/", "http://[/"]
)
def test_redirect_to_what_is_no_page_is_refused(site: Site, fetched: Fetched, target: str) -> None:
    site.redirect("/", target)
    with pytest.raises(errors.BadAddress):
        fetched(site.url())


def test_redirect_without_a_target_is_a_page(site: Site, fetched: Fetched) -> None:
    site.put("/", "moved", status=301)
    assert fetched(site.url()).status == 301


def test_robots_txt_of_the_next_host_is_asked_too(
    site: Site, other_site: Site, fetched: Fetched
) -> None:
    site.redirect("/", "http://b.example/there")
    other_site.put("/there", "hello")
    other_site.put("/robots.txt", "User-agent: *\nDisallow: /there", kind="text/plain")
    hosts = {"a.example": site.address, "b.example": other_site.address}
    with pytest.raises(errors.RobotsRefused):
        fetched("http://a.example/", hosts=hosts)
    assert other_site.asked == ["/robots.txt"]


def test_each_hop_is_one_page_of_the_budget(site: Site, fetching: Callable[..., Any]) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/c")
    budget = Budget(2)
    with pytest.raises(errors.BudgetSpent):
        fetching(lambda fetcher: fetcher.fetch(site.url("/a"), budget=budget))
    assert (site.pages_asked(), budget.left) == (["/a", "/b"], 0)


def test_page_that_robots_txt_refuses_costs_nothing(
    site: Site, fetching: Callable[..., Any]
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", kind="text/plain")
    budget = Budget(1)
    with pytest.raises(errors.RobotsRefused):
        fetching(lambda fetcher: fetcher.fetch(site.url(), budget=budget))
    assert budget.left == 1
