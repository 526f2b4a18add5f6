"""Pairing is one click; every state is said in words, and what changes is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.e2e.stage.board import JobBoard, serving
from tests.e2e.stage.browser import Browser, browser_with_extension
from tests.e2e.stage.service import Service, running_service


@pytest.fixture
def stranger(browser: Browser, shared_service: Service) -> Browser:
    """The browser, as one that the running service does not know."""
    browser.use_unpaired(shared_service.address)
    return browser


@pytest.fixture
def url(board: JobBoard, pages: Path) -> str:
    return board.publish("https://tern-maps.breezy.hr/p/pairing", pages / "async_first.html")


@contextmanager
def old_service() -> Iterator[str]:
    """Yield the address of a service from before there was pairing."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b'{"status": "ok", "version": "0.0.9"}'
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with serving(server):
        yield f"http://127.0.0.1:{server.server_port}"


def code_of(page: Page, service: Service) -> str:
    """A new code, as another browser would show it."""
    shown = BeautifulSoup(page.request.get(f"{service.address}/connect").text(), "lxml")
    found = shown.select_one("meta[name=syncline-pairing-code]")
    assert found
    return str(found["content"])


def state_of(page: Page, step: str) -> Locator:
    return page.locator(f"#{step} .state")


def test_badge_says_that_the_browser_is_not_paired_and_pairs_it_on_a_click(
    page: Page, badge: Locator, pill: Locator, panel: Locator, url: str, stranger: Browser
) -> None:
    page.goto(url)
    expect(badge).to_have_attribute("data-state", "not_paired")
    expect(pill).to_have_accessible_name("Syncline: Not paired with Syncline yet")
    pill.click()
    with stranger.context.expect_page() as opened:
        panel.get_by_role("button", name="Connect").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("This browser is paired")
    opened.value.close()
    panel.get_by_role("button", name="Try again").click()
    expect(badge).to_have_attribute("data-position", "async_first")


def test_browser_that_was_disconnected_is_told_so(
    page: Page, badge: Locator, url: str, browser: Browser, shared_service: Service
) -> None:
    browser.pair(shared_service.address)
    page.goto(f"{shared_service.address}/connect/browsers")
    page.get_by_role("button", name="Disconnect").first.click()
    expect(page).to_have_url(f"{shared_service.address}/connect/browsers")
    page.goto(url)
    expect(badge).to_have_attribute("data-state", "not_paired")
    browser.pair(shared_service.address)
    page.reload()
    expect(badge).to_have_attribute("data-state", "ready")


def test_paired_browser_is_not_paired_twice(page: Page, service: Service) -> None:
    page.goto(f"{service.address}/connect")
    expect(page.get_by_text("This browser is paired.")).to_be_visible()
    before = page.locator(".browsers li").count()
    page.reload()
    expect(page.get_by_text("This browser is paired.")).to_be_visible()
    assert page.locator(".browsers li").count() == before


def test_page_of_another_service_than_the_settings_name_says_so(
    page: Page, browser: Browser, service: Service
) -> None:
    browser.use_unpaired("http://127.0.0.1:9")
    page.goto(f"{service.address}/connect")
    expect(page.get_by_text("looks for Syncline elsewhere")).to_be_visible()


def test_welcome_page_notices_that_the_service_was_started_and_paired_with(
    page: Page, browser: Browser, tmp_path: Path
) -> None:
    with running_service(tmp_path) as service:
        browser.use_unpaired(service.address)
        service.stop()
        page.goto(browser.welcome_url)
        expect(state_of(page, "service")).to_have_text(f"Nothing answers at {service.address}.")
        expect(page.locator("#service code")).to_have_text(["make run", "syncline serve"])
        expect(state_of(page, "pair")).to_have_text("Start the service first.")
        service.start()
        expect(state_of(page, "service")).to_have_text(f"Syncline 0.1.0 runs at {service.address}.")
        expect(state_of(page, "pair")).to_have_text("Not paired with Syncline yet")
        with browser.context.expect_page() as opened:
            page.get_by_role("button", name="Connect").click()
        opened.value.wait_for_url("**/connect/paired")
        opened.value.close()
        expect(state_of(page, "pair")).to_have_text("This browser is paired.")


def test_code_may_be_typed(page: Page, stranger: Browser, shared_service: Service) -> None:
    page.goto(stranger.welcome_url)
    field = page.get_by_label("Or type the code")
    field.fill("2222-2222")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("The code is wrong")
    expect(field).to_be_focused()
    field.fill(code_of(page, shared_service).lower())
    page.get_by_role("button", name="Use the code").click()
    expect(state_of(page, "pair")).to_have_text("This browser is paired.")


def test_welcome_page_names_the_job_boards_and_leads_to_the_profile(
    page: Page, browser: Browser, service: Service
) -> None:
    page.goto(browser.welcome_url)
    expect(page.locator("#boards li", has_text="Lever")).to_have_count(1)
    profile = page.get_by_role("link", name="Open your profile")
    expect(profile).to_have_attribute("href", f"{service.address}/profile")


def test_outdated_service_is_called_that(
    page: Page, badge: Locator, pill: Locator, panel: Locator, url: str, browser: Browser
) -> None:
    with old_service() as address:
        browser.use_unpaired(address)
        page.goto(url)
        expect(badge).to_have_attribute("data-state", "outdated")
        expect(pill).to_have_accessible_name("Syncline: Syncline's service is outdated")
        pill.click()
        expect(panel).to_contain_text("Version 0.0.9 answers; this extension needs a newer one.")
        page.goto(browser.welcome_url)
        expect(state_of(page, "service")).to_contain_text("Version 0.0.9 answers")


def test_settings_say_that_the_browser_is_not_paired_and_pair_it(
    page: Page, stranger: Browser
) -> None:
    page.goto(stranger.options_url)
    page.get_by_role("button", name="Test connection").click()
    expect(page.get_by_role("status")).to_contain_text("not paired with it yet")
    with stranger.context.expect_page() as opened:
        page.get_by_role("button", name="Connect", exact=True).click()
    opened.value.wait_for_url("**/connect/paired")
    opened.value.close()


def test_pairing_outlives_the_background_part(
    playwright: Playwright,
    board: JobBoard,
    shared_service: Service,
    tmp_path: Path,
    url: str,
) -> None:
    with browser_with_extension(playwright, tmp_path, board.port) as browser:
        browser.pair(shared_service.address)
        page = browser.context.new_page()
        devtools = browser.context.new_cdp_session(page)
        devtools.send("ServiceWorker.enable")
        devtools.send("ServiceWorker.stopAllWorkers")
        page.goto(url)
        expect(page.locator("syncline-badge")).to_have_attribute("data-position", "async_first")


def test_first_start_opens_the_welcome_page_in_the_browsers_language(
    playwright: Playwright, board: JobBoard, tmp_path: Path
) -> None:
    with browser_with_extension(playwright, tmp_path, board.port, language="de") as german:
        assert german.opened_first == german.welcome_url
        page = german.context.new_page()
        page.goto(german.welcome_url)
        expect(page).to_have_title("Syncline: erste Schritte")
        expect(page.get_by_role("heading", name="Diesen Browser verbinden")).to_be_visible()
