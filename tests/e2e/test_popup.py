"""The toolbar button reads any page, and holds the filter for lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.stage.board import serving
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.service import Service

_TAB = "async () => (await chrome.tabs.query({active: true, lastFocusedWindow: true}))[0].id"


@contextmanager
def company_site(html: bytes) -> Iterator[str]:
    """Yield the address of a page on a host that no board's record names."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with serving(server):
        yield f"http://127.0.0.1:{server.server_port}/careers/mapper"


def open_popup(browser: Browser, page: Page, url: str) -> Page:
    """Open the popup over the tab that shows `url`, in a window of its own: tests see no popups."""
    page.goto(url)
    page.bring_to_front()
    tab = browser.worker.evaluate(_TAB)
    popup = browser.context.new_page()
    popup.set_viewport_size({"width": 400, "height": 600})
    popup.goto(f"{browser.popup_url}?tab={tab}")
    return popup


def test_any_page_is_read_on_a_click(
    browser: Browser, page: Page, service: Service, pages: Path
) -> None:
    with company_site((pages / "async_first.html").read_bytes()) as url:
        popup = open_popup(browser, page, url)
        expect(popup.get_by_role("heading", level=2)).to_have_text("Async-first")
        expect(popup.locator("mark").first).to_be_visible()
        expect(page.locator("syncline-badge")).to_have_count(0)


def test_page_without_an_ad_is_called_that(browser: Browser, page: Page, service: Service) -> None:
    with company_site(b"<title>Tern</title><h1>Our history</h1><p>It began with a map.") as url:
        popup = open_popup(browser, page, url)
        expect(popup.get_by_role("heading", level=2)).to_have_text("No job ad on this page")


def test_page_that_nobody_may_read_is_called_that(
    browser: Browser, page: Page, service: Service
) -> None:
    popup = open_popup(browser, page, "chrome://version/")
    expect(popup.get_by_text("lets no extension read this page")).to_be_visible()
    expect(popup.get_by_role("button")).to_have_text(["Settings"])


def test_settings_are_offered_once_where_the_service_does_not_answer(
    browser: Browser, page: Page, service: Service
) -> None:
    browser.use_unpaired("http://127.0.0.1:9")
    with company_site(b"<title>Tern</title><h1>Map Engineer</h1>") as url:
        popup = open_popup(browser, page, url)
        expect(popup.get_by_role("button")).to_have_text(["Try again", "Settings"])


def test_filter_is_kept(browser: Browser, page: Page, service: Service) -> None:
    popup = open_popup(browser, page, "about:blank")
    popup.get_by_label("In lists").select_option("hide_sync")
    popup.reload()
    expect(popup.get_by_label("In lists")).to_have_value("hide_sync")
    popup.get_by_label("In lists").select_option("none")


@pytest.fixture(autouse=True)
def only_one_page(browser: Browser) -> Iterator[None]:
    """Close the popups that a test opened."""
    before = set(browser.context.pages)
    yield
    for opened in set(browser.context.pages) - before:
        opened.close()
