"""With the service down the badge says so quietly, says what to do, and recovers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard, web_site
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.service import Service, running_service


@pytest.fixture
def stopped(browser: Browser, tmp_path: Path) -> Iterator[Service]:
    """A service the extension is set to, and which was stopped."""
    with running_service(tmp_path) as service:
        browser.pair(service.address)
        service.stop()
        yield service


@pytest.fixture
def url(board: JobBoard, pages: Path) -> str:
    return board.publish("https://tern-maps.breezy.hr/p/offline", pages / "async_first.html")


def test_it_says_how_to_start_the_service(
    page: Page, badge: Locator, pill: Locator, panel: Locator, url: str, stopped: Service
) -> None:
    page.goto(url)
    expect(badge).to_have_attribute("data-state", "offline")
    expect(pill).to_have_accessible_name("Syncline: Syncline is not running")
    pill.click()
    expect(panel).to_contain_text(stopped.address)
    expect(panel.locator("code")).to_have_text(["make run", "syncline serve"])


def test_it_recovers_when_asked_to_try_again(
    page: Page, badge: Locator, pill: Locator, panel: Locator, url: str, stopped: Service
) -> None:
    page.goto(url)
    expect(badge).to_have_attribute("data-state", "offline")
    stopped.start()
    pill.click()
    panel.get_by_role("button", name="Try again").click()
    expect(badge).to_have_attribute("data-position", "async_first")
    expect(panel.locator("blockquote").first).to_be_visible()
    expect(panel).to_be_focused()


def test_settings_button_opens_the_settings(
    page: Page, pill: Locator, panel: Locator, url: str, browser: Browser, stopped: Service
) -> None:
    page.goto(url)
    pill.click()
    with browser.context.expect_page() as opened:
        panel.get_by_role("button", name="Settings").click()
    assert opened.value.url == browser.options_url
    opened.value.close()


def test_another_program_at_the_address_is_an_error(
    page: Page, badge: Locator, pill: Locator, panel: Locator, url: str, browser: Browser
) -> None:
    with web_site() as address:
        browser.use_service(address)
        page.goto(url)
        expect(badge).to_have_attribute("data-state", "error")
        pill.click()
        expect(panel).to_contain_text("not this version of Syncline")
