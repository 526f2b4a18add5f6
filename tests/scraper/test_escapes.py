"""No public page leads Syncline into a private network: not by redirects, not by rebinding.

One site counts as public, another stands on loopback as the private one. Each way is tried over
HTTP alone and by a page inside Chromium.
"""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from scraper import errors
from scraper.fetcher import Fetcher
from scraper.page import Page
from scraper.render import Renderer
from tests.scraper.web_site import QUICK, UNHURRIED, Reply, Site

Fetched = Callable[..., Page]


class Rebinding(Mapping[str, str]):
    """A name server that leads to the public site first, and to the private one ever after."""

    def __init__(self, public: Site, private: Site) -> None:
        self.public, self.private = public, private
        self.asked: list[str] = []

    def __getitem__(self, name: str) -> str:
        if "." not in name or ":" not in name:
            raise KeyError(name)
        self.asked.append(name)
        is_first = self.asked.index(name) == len(self.asked) - 1 and name.endswith(":80")
        return self.public.address if is_first else self.private.address

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@pytest.mark.parametrize("target", ["http://127.0.0.1/", "http://inner.example/", "http://[::1]/"])
def test_redirect_into_a_private_network_is_refused(
    public_site: Site, site: Site, fetched: Fetched, target: str
) -> None:
    public_site.redirect("/", target)
    hosts = {"acme.example": public_site.address, "inner.example": site.address}
    with pytest.raises(errors.PrivateAddress):
        fetched("http://acme.example/", hosts=hosts, allow_private=False)
    assert public_site.pages_asked() == ["/"]
    assert site.asked == []


def test_redirect_of_robots_txt_into_a_private_network_is_refused(
    public_site: Site, site: Site, fetched: Fetched
) -> None:
    public_site.redirect("/robots.txt", "http://inner.example/")
    hosts = {"acme.example": public_site.address, "inner.example": site.address}
    with pytest.raises(errors.PrivateAddress):
        fetched("http://acme.example/", hosts=hosts, allow_private=False)
    assert site.asked == []


def test_name_that_is_rebound_is_refused(
    public_site: Site, site: Site, fetching: Callable[..., Any]
) -> None:
    public_site.put("/", "kites")
    names = Rebinding(public_site, site)

    async def twice(fetcher: Fetcher) -> bytes:
        page = await fetcher.fetch("http://rebound.example/")
        with pytest.raises(errors.PrivateAddress):
            await fetcher.fetch("http://rebound.example:8080/")
        return page.body

    assert fetching(twice, hosts=names, allow_private=False) == b"kites"
    assert site.asked == []


def test_redirect_to_a_name_that_is_rebound_is_refused(
    public_site: Site, site: Site, fetched: Fetched
) -> None:
    public_site.redirect("/", "http://rebound.example:8080/")
    with pytest.raises(errors.PrivateAddress):
        fetched("http://acme.example/", hosts=Rebinding(public_site, site), allow_private=False)
    assert site.asked == []


def drawn_behind_the_door(
    browsing: tuple[asyncio.Runner, Renderer], hosts: Mapping[str, str], script: str
) -> Page:
    """A public page with `script`, drawn by a fetcher to which private addresses are closed."""
    runner, renderer = browsing
    address = "http://acme.example/"
    html = f"<body>text<script>const say = text => document.body.append(text);{script}</script>"
    page = Page(address, address, 200, "text/html", html.encode(), "utf-8")

    async def main() -> Page:
        async with Fetcher(hosts=hosts, limits=UNHURRIED, timeouts=QUICK) as fetcher:
            return await renderer.draw(fetcher, page)

    return runner.run(main())


WAYS = {
    "fetch": "fetch({url}).then(a => a.text()).then(say, () => say('refused'))",
    "frame": "const f = document.createElement('iframe'); f.src = {url}; document.body.append(f)",
    "script": "const s = document.createElement('script'); s.src = {url}; document.head.append(s)",
    "style": "document.head.innerHTML += `<link rel=stylesheet href=${{{url}}}>`",
    "move": "location.href = {url}",
    "refresh": "document.head.innerHTML += `<meta http-equiv=refresh content='0; url=${{{url}}}'>`",
}
"""Ways in which a page asks for `url`."""


@pytest.mark.browser
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", ["/by-address", "/by-name", "/rebound"])
def test_page_in_the_browser_gets_no_further(
    public_site: Site,
    site: Site,
    browsing: tuple[asyncio.Runner, Renderer],
    way: str,
    path: str,
) -> None:
    public_site.redirect("/by-address", "http://127.0.0.1/")
    public_site.redirect("/by-name", "http://inner.example:8080/")
    public_site.redirect("/rebound", "http://rebound.example:8080/")
    site.otherwise = Reply(b"secret")
    script = WAYS[way].format(url=json.dumps(f"http://outer.example{path}"))
    try:
        drawn = drawn_behind_the_door(browsing, Rebinding(public_site, site), script).body
    except errors.CannotRender:  # it moved to where nothing is
        drawn = b""
    assert path in public_site.pages_asked()
    assert site.asked == []
    assert b"secret" not in drawn
