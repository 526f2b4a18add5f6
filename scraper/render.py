"""Draws pages that need JavaScript, in a Chromium whose every request goes through a Fetcher.

The browser itself never reaches the network: it can resolve no name, its proxy leads nowhere, and
what its pages ask for is answered here, from what the fetcher brings, or refused.
"""

from __future__ import annotations

import asyncio
import os
from types import TracebackType
from typing import Self

from playwright.async_api import (
    Browser,
    BrowserContext,
    Playwright,
    async_playwright,
)
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab
from playwright.async_api import TimeoutError as PlaywrightTimeout

from scraper.browser_process import BrowserProcess, process_of
from scraper.chromium import Browser as Chromium
from scraper.chromium import find
from scraper.errors import CannotRender, TooLarge
from scraper.fetcher import Fetcher
from scraper.limits import MEGABYTE
from scraper.page import Page
from scraper.supply import Supply

FLAGS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # What is not asked for through the supply finds no host: neither names nor IP addresses …
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # … and no way past the resolver: port 9 is "discard", and nothing is exempt from the proxy.
    "--proxy-server=http://0.0.0.0:9",
    "--proxy-bypass-list=<-loopback>",
    # WebRTC resolves nothing: it must not send a packet but through the proxy. Chromium renamed the
    # flag; an unknown one is ignored.
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=512",
)
"""The browser's command line, beside what Playwright gives it."""

UNWANTED_FLAGS = ["--disable-popup-blocking"]
"""What Playwright gives it and is left out: thousands of windows cost seconds to open and close."""

_START_SECONDS = 30.0
_CLOSE_SECONDS = 10.0
_WATCH_SECONDS = 0.3


class Renderer:
    """Draws pages in one Chromium, started when the first page needs it.

    Use it as an async context manager. Every page is drawn in a profile of its own that is
    thrown away afterwards.
    """

    def __init__(self, program: Chromium | None = None) -> None:
        """Prepare; nothing is started yet.

        Args:
            program: the Chromium to start; the one that `scraper.chromium.find` finds where None.
        """
        self._program = program
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._process: BrowserProcess | None = None

    async def __aenter__(self) -> Self:
        """Return the renderer; the browser starts with the first page."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the browser, if it was started."""
        if self._browser is not None and not await _closed(self._browser) and self._process:
            self._process.kill()
        if self._playwright is not None:
            await self._playwright.stop()
        self._browser = self._playwright = None

    async def render(self, fetcher: Fetcher, url: str) -> Page:
        """Return the page at `url` as it stands after its scripts ran; see `draw`.

        Raises:
            FetchError: the page could not be fetched, or not be drawn.
        """
        return await self.draw(fetcher, await fetcher.fetch(url))

    async def draw(self, fetcher: Fetcher, document: Page) -> Page:
        """Return `document`, fetched before, as it stands after its scripts ran, in UTF-8.

        What its scripts ask for comes through `fetcher`, whose bounds hold.

        Raises:
            NoBrowser: there is no Chromium on this machine.
            CannotRender: the browser fails on the page.
            TooLarge: the page grew beyond the fetcher's bound.
        """
        url, limits = document.url, fetcher.limits
        context, process = await self._profile(url)
        supply = Supply(fetcher, document)
        watch = asyncio.create_task(_grown(process, limits.render_memory))
        try:
            async with asyncio.timeout(fetcher.timeouts.render):
                return await _drawn(context, supply, document, fetcher)
        except (TimeoutError, PlaywrightTimeout) as error:
            what = f"was not drawn within {fetcher.timeouts.render:g} s"
            raise CannotRender(what, where=url) from error
        except PlaywrightError as error:
            what = f"the browser fails on it ({_first_line(error)})"
            if watch.done():
                what = f"takes more than {limits.render_memory / MEGABYTE:g} MB to be drawn"
            raise CannotRender(what, where=url) from error
        finally:
            watch.cancel()
            supply.end()
            if not await _closed(context):
                self._end(process)

    async def _profile(self, url: str) -> tuple[BrowserContext, BrowserProcess]:
        """A fresh profile for the page at `url`, and the browser that it lives in."""
        browser, process = await self._started()
        try:
            async with asyncio.timeout(_START_SECONDS):
                new = browser.new_context(service_workers="block", accept_downloads=False)
                return await new, process
        except (TimeoutError, PlaywrightError) as error:
            self._end(process)
            what = f"the browser does not answer ({_first_line(error)})"
            raise CannotRender(what, where=url) from error

    def _end(self, process: BrowserProcess) -> None:
        """Kill a browser that hangs or grew; the next page gets another."""
        process.kill()
        if process is self._process:
            self._browser = self._process = None

    async def _started(self) -> tuple[Browser, BrowserProcess]:
        async with self._starting:
            if self._browser is None or self._process is None or not self._browser.is_connected():
                self._browser, self._process = await self._start()
            return self._browser, self._process

    async def _start(self) -> tuple[Browser, BrowserProcess]:
        program = self._program or find()
        if self._playwright is None:
            self._playwright = await async_playwright().start()
        # Chromium's own sandbox refuses to run as root, as in most containers.
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        try:
            browser = await self._playwright.chromium.launch(
                executable_path=program.path,
                args=FLAGS,
                ignore_default_args=UNWANTED_FLAGS,
                chromium_sandbox=not is_root,
                timeout=_START_SECONDS * 1000,
            )
            return browser, await process_of(browser)
        except PlaywrightError as error:
            todo = "Start it by hand to see why, or set SYNCLINE_CHROMIUM to another one"
            what = f"the browser does not start ({_first_line(error)})"
            raise CannotRender(what, where=str(program.path), todo=todo) from error


async def _drawn(context: BrowserContext, supply: Supply, document: Page, fetcher: Fetcher) -> Page:
    await supply.attach(context)
    tab = await context.new_page()
    # Not until it is loaded: a page that begins a download, or moves on, never is.
    await tab.goto(document.url, wait_until="commit", timeout=0)
    await _settled(tab, fetcher.timeouts.settle)
    if not tab.url.startswith(("http://", "https://")):
        raise CannotRender("leads to a page that is not there", where=document.url)
    html = (await tab.content()).encode("utf-8", errors="replace")
    if len(html) > fetcher.limits.body:
        what = f"is larger than {fetcher.limits.body / MEGABYTE:g} MB once drawn"
        raise TooLarge(what, where=document.url)
    return Page(document.requested, tab.url, document.status, "text/html", html, "utf-8")


async def _settled(tab: Tab, seconds: float) -> None:
    """Wait until the page asks for nothing more, or for as long as it may."""
    try:
        await tab.wait_for_load_state("networkidle", timeout=seconds * 1000)
    except PlaywrightTimeout:
        return  # a page that never rests is read as it stands


async def _grown(process: BrowserProcess, most: int) -> None:
    """Return once the browser held more than `most` bytes and was ended."""
    while await process.bytes_held() <= most:
        await asyncio.sleep(_WATCH_SECONDS)
    process.kill()


async def _closed(what: Browser | BrowserContext) -> bool:
    """Close a browser or all pages of a profile; returns whether it let go of them in time."""
    try:
        async with asyncio.timeout(_CLOSE_SECONDS):
            await what.close()
    except (TimeoutError, PlaywrightError):
        return False
    return True


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0][:200]
