"""Pages that attack the browser end in bounded time and memory, and the next page is drawn."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import psutil
import pytest

from scraper import CannotRender, Fetcher, Page
from scraper.browser_process import process_of
from scraper.limits import MEGABYTE, Limits, Timeouts
from scraper.render import Renderer
from tests.scraper.web_site import Site

pytestmark = pytest.mark.browser

Drawn = Callable[..., Page]

HASTE = Timeouts(render=4, settle=1)

ATTACKS = {
    "freezes": "while (true) {}",
    "opens windows": "for (let i = 0; i < 2000; i++) window.open('/' + i)",
    "opens windows for ever": "setInterval(() => window.open('/' + Math.random()), 1)",
    "clicks for windows": "document.body.innerHTML += '<a id=a target=_blank href=/x>x</a>';"
    "setInterval(() => a.click(), 1)",
    "alerts": "while (true) alert('x')",
    "alerts for ever": "setInterval(() => alert('x'), 0)",
    "asks": "while (true) { prompt('x'); confirm('y') }",
    "wants to stay": "onbeforeunload = () => 'stay'; document.write('<p>x')",
    "prints": "setInterval(() => print(), 10)",
    "rewrites its address": "setInterval(() => history.pushState({}, '', '/' + Math.random()), 0)",
    "loads itself again": "setTimeout(() => location.reload(), 1)",
    "fills the heap": "const a = []; while (true) a.push(new Array(1e5).fill(Math.random()))",
    "starts workers": "for (let i = 0; i < 100; i++)"
    " new Worker(URL.createObjectURL(new Blob(['while (1) {}'])))",
    "nests frames": "setInterval(() => { for (let i = 0; i < 3; i++) {"
    "const f = document.createElement('iframe'); f.srcdoc = '<p>x'; document.body.append(f)"
    " } }, 1)",
}
"""What a page does to the browser, as JavaScript."""


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_ends_and_the_next_page_is_drawn(site: Site, drawn: Drawn, attack: str) -> None:
    site.put("/", f"<body>text<script>{ATTACKS[attack]}</script>")
    site.put("/next", "<body><script>document.body.append('n' + 'ext')</script>")
    begun = time.monotonic()
    with suppress(CannotRender):
        assert b"text" in drawn(site.url(), timeouts=HASTE).body
    assert time.monotonic() - begun < 30
    assert b"next" in drawn(site.url("/next")).body


GROWTH = {
    "buffers": "const a = []; setInterval(() => a.push(new Uint8Array(64e6).fill(1)), 20);"
    "const ask = () => fetch('/x').finally(ask); ask()",  # so that it never rests
    "elements": "while (true) { const d = document.createElement('div');"
    "d.textContent = 'x'.repeat(1000); document.body.append(d) }",
}


@pytest.fixture
def own_browser() -> Iterator[tuple[asyncio.Runner, Renderer]]:
    with asyncio.Runner() as runner:
        renderer = Renderer()
        yield runner, renderer
        runner.run(renderer.__aexit__(None, None, None))


@pytest.mark.parametrize("growth", GROWTH)
def test_browser_that_grows_is_ended_and_replaced(
    site: Site, own_browser: tuple[asyncio.Runner, Renderer], growth: str
) -> None:
    site.put("/", f"<body>text<script>{GROWTH[growth]}</script>")
    site.put("/next", "<body><script>document.body.append('n' + 'ext')</script>")
    runner, renderer = own_browser

    async def main() -> Page:
        limits = Limits(gap=0, render_memory=600 * MEGABYTE)
        async with Fetcher(allow_private=True, limits=limits) as fetcher:
            with pytest.raises(CannotRender, match="takes more than 600 MB"):
                await renderer.render(fetcher, site.url())
            return await renderer.render(fetcher, site.url("/next"))

    assert b"next" in runner.run(main()).body


def test_browser_that_was_killed_is_replaced(
    site: Site, own_browser: tuple[asyncio.Runner, Renderer]
) -> None:
    site.put("/", "<body><script>document.body.append('dr' + 'awn')</script>")
    runner, renderer = own_browser

    async def main() -> list[bytes]:
        async with Fetcher(allow_private=True, limits=Limits(gap=0)) as fetcher:
            first = await renderer.render(fetcher, site.url())
            browser, process = await renderer._started()
            process.kill()
            while browser.is_connected():
                await asyncio.sleep(0)
            return [first.body, (await renderer.render(fetcher, site.url())).body]

    assert all(b"drawn" in body for body in runner.run(main()))


def test_browser_that_hangs_is_ended_and_replaced(
    site: Site, own_browser: tuple[asyncio.Runner, Renderer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.render._START_SECONDS", 2.0)
    site.put("/", "<body><script>document.body.append('dr' + 'awn')</script>")
    runner, renderer = own_browser

    async def main() -> Page:
        async with Fetcher(allow_private=True, limits=Limits(gap=0)) as fetcher:
            await renderer.render(fetcher, site.url())
            _, process = await renderer._started()
            for one in process._all():
                with suppress(psutil.NoSuchProcess):  # the first page's own may be ending
                    one.suspend()
            with pytest.raises(CannotRender, match="does not answer"):
                await renderer.render(fetcher, site.url())
            monkeypatch.undo()
            return await renderer.render(fetcher, site.url())

    assert b"drawn" in runner.run(main()).body


def test_crash_of_a_page_is_an_error_and_the_next_page_is_drawn(
    site: Site, own_browser: tuple[asyncio.Runner, Renderer]
) -> None:
    site.put("/", "<body>text<script>while (true) {}</script>")
    site.put("/next", "<body>next")
    runner, renderer = own_browser

    async def main() -> Page:
        async with Fetcher(allow_private=True, limits=Limits(gap=0), timeouts=HASTE) as fetcher:
            browser, _ = await renderer._started()
            before = await _pages(browser)
            drawing = asyncio.create_task(renderer.render(fetcher, site.url()))
            while "/" not in site.asked or not (await _pages(browser)) - before:
                await asyncio.sleep(0.01)
            for pid in (await _pages(browser)) - before:
                psutil.Process(pid).kill()
            with pytest.raises(CannotRender):
                await drawing
            return await renderer.render(fetcher, site.url("/next"))

    assert b"next" in runner.run(main()).body


async def _pages(browser: Any) -> set[int]:
    session = await browser.new_browser_cdp_session()
    known = (await session.send("SystemInfo.getProcessInfo"))["processInfo"]
    return {one["id"] for one in known if one["type"] == "renderer"}


def test_closed_browser_leaves_no_process(site: Site) -> None:
    site.put("/", "<body>text")

    async def main() -> Any:
        async with (
            Fetcher(allow_private=True, limits=Limits(gap=0)) as fetcher,
            Renderer() as renderer,
        ):
            await renderer.render(fetcher, site.url())
            browser, process = await renderer._started()
            assert await process.bytes_held() > 0
            assert await (await process_of(browser)).bytes_held() > 0
        return process

    process = asyncio.run(main())
    assert asyncio.run(process.bytes_held()) == 0
