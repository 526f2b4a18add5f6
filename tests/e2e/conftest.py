"""One job board and one service for all end-to-end tests, one browser for each file of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect, sync_playwright

from tests.e2e.stage.board import JobBoard, job_board
from tests.e2e.stage.browser import Browser, browser_with_extension
from tests.e2e.stage.service import Service, running_service

PAGES = Path(__file__).with_name("pages")

# Generous, for a loaded machine, and longer than the extension itself waits for a service: an
# expectation that holds ends its wait at once.
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(PAGES.parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def board() -> Iterator[JobBoard]:
    with job_board() as board:
        yield board


@pytest.fixture(scope="session")
def shared_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running_service(tmp_path_factory.mktemp("service")) as service:
        yield service


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    # Not for the session: while it lasts, no other room's test can run an event loop of its own.
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright,
    board: JobBoard,
    shared_service: Service,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    """A browser whose extension was paired with the service, through its page Connect."""
    profile = tmp_path_factory.mktemp("profile")
    with browser_with_extension(playwright, profile, board.port) as browser:
        browser.pair(shared_service.address)
        yield browser


@pytest.fixture
def service(browser: Browser, shared_service: Service) -> Service:
    """The running service, which the extension is set to."""
    browser.use_service(shared_service.address)
    return shared_service


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.context.new_page()
    yield page
    page.close()


@pytest.fixture
def badge(page: Page) -> Locator:
    return page.locator("syncline-badge")


@pytest.fixture
def pill(badge: Locator) -> Locator:
    return badge.locator(".pill")


@pytest.fixture
def panel(badge: Locator) -> Locator:
    return badge.get_by_role("dialog")


@pytest.fixture
def pages() -> Path:
    """The folder of the example pages."""
    return PAGES
