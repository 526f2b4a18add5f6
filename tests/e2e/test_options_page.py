"""The settings page takes this machine's addresses only, and says whether Syncline answers."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser, browser_with_extension
from tests.e2e.stage.service import Service


@pytest.fixture
def options(page: Page, browser: Browser, service: Service) -> Page:
    page.goto(browser.options_url)
    return page


@pytest.fixture
def address(options: Page) -> Locator:
    return options.get_by_label("Address of the service")


@pytest.fixture
def told(options: Page) -> Locator:
    return options.get_by_role("status")


def test_it_shows_the_address_in_use(address: Locator, service: Service) -> None:
    expect(address).to_have_value(service.address)


def test_connection_test_names_the_version(options: Page, told: Locator) -> None:
    options.get_by_role("button", name="Test connection").click()
    expect(told).to_have_text("Syncline 0.1.0 answers and knows this browser.")


def test_connection_test_says_where_nothing_answers(
    options: Page, address: Locator, told: Locator
) -> None:
    address.fill("http://127.0.0.1:9")
    options.get_by_role("button", name="Test connection").click()
    expect(told).to_have_text("Nothing answers at http://127.0.0.1:9.")


def test_saved_address_is_kept(options: Page, address: Locator, told: Locator) -> None:
    address.fill("localhost:4321/")
    address.press("Enter")
    expect(told).to_have_text("Saved.")
    options.reload()
    expect(address).to_have_value("http://localhost:4321")


def test_address_elsewhere_is_not_saved(
    options: Page, address: Locator, told: Locator, service: Service
) -> None:
    address.fill("https://example.org")
    options.get_by_role("button", name="Save").click()
    expect(told).to_contain_text("must be this machine's own")
    expect(address).to_have_attribute("aria-invalid", "true")
    options.reload()
    expect(address).to_have_value(service.address)


def test_german_browser_reads_german(
    playwright: Playwright, tmp_path: Path, board: JobBoard
) -> None:
    with browser_with_extension(playwright, tmp_path, board.port, language="de") as german:
        page = german.context.new_page()
        page.goto(german.options_url)
        expect(page.get_by_role("button", name="Verbindung prüfen")).to_be_visible()
