"""Fetching one page: what comes back, and every way it can fail."""

import gzip
import socket
import ssl
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from scraper import errors, fetch_page
from scraper.fetcher import Fetcher
from scraper.limits import Limits, Timeouts
from scraper.page import Page
from tests.scraper.web_site import UNHURRIED, Site

Fetched = Callable[..., Page]


def test_page_comes_back_as_it_was_sent(site: Site, fetched: Fetched) -> None:
    site.put("/a", "<p>Grüße</p>".encode("latin-1"), kind="text/html; charset=iso-8859-1")
    page = fetched(site.url("/a#top"))
    assert page == Page(
        requested=site.url("/a#top"),
        url=site.url("/a"),
        status=200,
        content_type="text/html",
        body=b"<p>Gr\xfc\xdfe</p>",
        charset="iso-8859-1",
    )


def test_syncline_says_who_it_is_and_where_to_complain(site: Site, fetched: Fetched) -> None:
    site.put("/")
    fetched(site.url())
    (agent,) = site.agents
    assert agent.startswith("Syncline/")
    assert "https://github.com/syncline/syncline" in agent


def test_compressed_page_is_unpacked(site: Site, fetched: Fetched) -> None:
    site.put("/", gzip.compress(b"hello"), headers={"Content-Encoding": "gzip"})
    assert fetched(site.url()).body == b"hello"


def test_own_host_names_lead_to_the_addresses_given(site: Site, fetched: Fetched) -> None:
    site.put("/", "hello")
    page = fetched("http://acme.example/", hosts={"acme.example": site.address})
    assert (page.url, page.body) == ("http://acme.example/", b"hello")


def test_page_is_fetched_over_tls(
    secure_site: Site, trusting: ssl.SSLContext, fetched: Fetched
) -> None:
    secure_site.put("/", "hello")
    hosts = {"acme.example:443": secure_site.address}
    assert fetched("https://acme.example/", hosts=hosts, ssl_context=trusting).body == b"hello"


def test_untrusted_certificate_is_unreachable(secure_site: Site, fetched: Fetched) -> None:
    hosts = {"acme.example:443": secure_site.address}
    with pytest.raises(errors.Unreachable, match="certificate"):
        fetched("https://acme.example/", hosts=hosts)


def test_server_without_tls_is_unreachable_by_https(site: Site, fetched: Fetched) -> None:
    with pytest.raises(errors.Unreachable, match="TLS"):
        fetched(f"https://{site.address}/")


def test_loopback_is_refused_unless_allowed(site: Site) -> None:
    with pytest.raises(errors.PrivateAddress, match="--allow-private") as refusal:
        fetch_page(site.url("/a"))
    assert refusal.value.where == site.url("/a")
    assert site.asked == []


def test_name_that_leads_to_loopback_is_refused_unless_allowed(
    site: Site, fetched: Fetched
) -> None:
    with pytest.raises(errors.PrivateAddress, match="loopback"):
        fetched("http://acme.example/", hosts={"acme.example": site.address}, allow_private=False)
    assert site.asked == []


def test_unknown_name_is_said_to_be_not_found(fetched: Fetched) -> None:
    with pytest.raises(errors.NameNotFound, match="does not resolve"):
        fetched("http://nowhere.invalid/")


def test_closed_port_is_unreachable(fetched: Fetched) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(errors.Unreachable, match="refused"):
            fetched(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 500, 503])
def test_error_status_is_an_error(site: Site, fetched: Fetched, status: int) -> None:
    site.put("/", status=status)
    with pytest.raises(errors.HttpStatus, match=str(status)) as refusal:
        fetched(site.url())
    assert refusal.value.status == status


def test_server_that_says_nothing_times_out(site: Site, fetched: Fetched) -> None:
    site.put("/", hangs=True)
    with pytest.raises(errors.TimedOut, match=r"did not answer for 0\.2 s"):
        fetched(site.url(), timeouts=Timeouts(read=0.2))


def test_server_that_never_ends_its_greeting_times_out(fetched: Fetched) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(errors.TimedOut, match=r"could not be connected to within 0\.2 s"):
            fetched(url, timeouts=Timeouts(connect=0.2))


def test_answer_that_drips_for_ever_times_out(site: Site, fetched: Fetched) -> None:
    site.put("/", b"x", pause=0.05)
    with pytest.raises(errors.TimedOut, match=r"did not answer completely within 0\.5 s"):
        fetched(site.url(), timeouts=Timeouts(read=5, total=0.5))


def test_answer_without_end_is_stopped_at_the_bound(site: Site, fetched: Fetched) -> None:
    site.put("/", bytes(100_000), pause=0)
    with pytest.raises(errors.TooLarge):
        fetched(site.url())


def test_port_where_web_sites_are_not_is_refused(fetched: Fetched) -> None:
    with pytest.raises(errors.BadAddress, match="port 22"):
        fetched("http://acme.example:22/", hosts={}, allow_private=False)


def test_body_larger_than_the_bound_is_refused(site: Site, fetched: Fetched) -> None:
    site.put("/", b"x" * 2000)
    with pytest.raises(errors.TooLarge):
        fetched(site.url(), limits=Limits(body=1999))


def test_body_as_large_as_the_bound_is_fetched(site: Site, fetched: Fetched) -> None:
    site.put("/", b"x" * 2000)
    assert len(fetched(site.url(), limits=Limits(body=2000)).body) == 2000


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_compressed_bomb_is_stopped_at_the_bound(
    site: Site, fetched: Fetched, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    site.put("/", pack(bytes(50_000_000)), headers={"Content-Encoding": coding})
    with pytest.raises(errors.TooLarge):
        fetched(site.url())


@pytest.mark.parametrize(
    "reply",
    [
        {"body": b"not gzip", "headers": {"Content-Encoding": "gzip"}},
        {"body": b"short", "headers": {"Content-Length": "500"}},
        {"body": b"zz\r\nno chunk", "headers": {"Transfer-Encoding": "chunked"}},
        {"body": b"", "headers": {"Content-Length": "many"}},
        {"body": b"", "headers": {"X-Long": "x" * 100_000}},
    ],
)
def test_broken_answer_is_unreachable(site: Site, fetched: Fetched, reply: dict[str, Any]) -> None:
    site.put("/", **reply)
    with pytest.raises(errors.Unreachable):
        fetched(site.url(), timeouts=Timeouts(read=1, total=2))


def test_fetcher_that_was_not_entered_says_so() -> None:
    import asyncio

    with pytest.raises(RuntimeError, match="async with"):
        asyncio.run(Fetcher(limits=UNHURRIED).fetch("http://1.1.1.1/"))


def test_site_that_asks_to_come_later_is_asked_again(site: Site, fetched: Fetched) -> None:
    site.put("/", status=503, headers={"Retry-After": "0"})
    with pytest.raises(errors.HttpStatus):
        fetched(site.url(), limits=Limits(gap=0, retries=2))
    assert site.pages_asked() == ["/", "/", "/"]


def test_site_that_asks_to_come_much_later_is_left_alone(site: Site, fetched: Fetched) -> None:
    site.put("/", status=429, headers={"Retry-After": "3600"})
    with pytest.raises(errors.HttpStatus):
        fetched(site.url())
    assert site.pages_asked() == ["/"]
