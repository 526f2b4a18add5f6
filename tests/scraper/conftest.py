"""Web sites on loopback, and fetchers that know them by their host names."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Iterator
from ipaddress import ip_network
from typing import Any, TypeVar

import pytest
import trustme

from scraper import Fetcher, Page, networks
from scraper.render import Renderer
from tests.scraper.web_site import QUICK, UNHURRIED, Site, serving

T = TypeVar("T")

_SPECIAL = networks._networks()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def public_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site at 127.0.0.2, which counts as an address of the internet; all others are private."""
    monkeypatch.setattr(networks, "_networks", lambda: special)
    loopback, public = ip_network("127.0.0.0/8"), ip_network("127.0.0.2/32")
    special = tuple(
        (part, what)
        for network, what in _SPECIAL
        for part in (network.address_exclude(public) if network == loopback else [network])
    )
    with serving(host="127.0.0.2") as site:
        yield site


@pytest.fixture
def other_site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure_site(authority: trustme.CA) -> Iterator[Site]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("acme.example", "www.acme.example").configure_cert(tls)
    with serving(tls) as site:
        yield site


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def fetching() -> Callable[..., Any]:
    """Run `work(fetcher)` with a fetcher that may visit loopback: `fetching(work, **options)`."""

    def run(work: Callable[[Fetcher], Awaitable[T]], **options: Any) -> T:
        chosen = {"allow_private": True, "limits": UNHURRIED, "timeouts": QUICK, **options}

        async def main() -> T:
            async with Fetcher(**chosen) as fetcher:
                return await work(fetcher)

        return asyncio.run(main())

    return run


@pytest.fixture(scope="session")
def browsing() -> Iterator[tuple[asyncio.Runner, Renderer]]:
    """One browser for all tests that draw pages, and the event loop it lives in."""
    with asyncio.Runner() as runner:
        renderer = Renderer()
        yield runner, renderer
        runner.run(renderer.__aexit__(None, None, None))


@pytest.fixture
def drawn(browsing: tuple[asyncio.Runner, Renderer]) -> Callable[..., Page]:
    """Return the page at a URL as a browser draws it: `drawn(url, **options)`."""
    runner, renderer = browsing

    def run(url: str, **options: Any) -> Page:
        chosen = {"allow_private": True, "limits": UNHURRIED, "timeouts": QUICK, **options}

        async def main() -> Page:
            async with Fetcher(**chosen) as fetcher:
                return await renderer.render(fetcher, url)

        return runner.run(main())

    return run


@pytest.fixture
def fetched(fetching: Callable[..., Any]) -> Callable[..., Any]:
    """Return the page at a URL: `fetched(url, **options)`."""
    return lambda url, **options: fetching(lambda fetcher: fetcher.fetch(url), **options)
