"""On sites that redraw in place the badge goes with its posting, and late answers are dropped."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import gate_before
from tests.e2e.stage.service import Service

SITE = "https://heron.breezy.hr"

RECORD = """() => {
  window.shown = [];
  const note = () => {
    for (const badge of document.querySelectorAll("syncline-badge"))
      window.shown.push(`${location.pathname} ${badge.dataset.position}`);
  };
  new MutationObserver(note).observe(document, {subtree: true, childList: true, attributes: true});
}"""
"""Keeps in `window.shown` every position a badge ever showed, and on which page."""


@pytest.fixture
def site(board: JobBoard, pages: Path) -> str:
    """The address of the first posting of a site that redraws in place."""
    return board.publish(f"{SITE}/p/mapper", pages / "single_page.html")


def test_next_posting_gets_its_own_badge(
    page: Page, badge: Locator, site: str, service: Service
) -> None:
    page.goto(site)
    expect(badge).to_have_attribute("data-position", "async_first")
    page.get_by_role("link", name="/p/dispatcher").click()
    expect(badge).to_have_attribute("data-position", "fully_sync")
    expect(page.locator("h1 > syncline-badge")).to_have_count(1)


def test_back_button_brings_the_first_badge_back(
    page: Page, badge: Locator, site: str, service: Service
) -> None:
    page.goto(site)
    page.get_by_role("link", name="/p/dispatcher").click()
    expect(badge).to_have_attribute("data-position", "fully_sync")
    page.go_back()
    expect(badge).to_have_attribute("data-position", "async_first")


def test_badge_goes_when_the_page_is_no_posting_any_more(
    page: Page, badge: Locator, site: str, service: Service
) -> None:
    page.goto(site)
    expect(badge).to_have_attribute("data-state", "ready")
    page.get_by_role("link", name="/list").click()
    expect(badge).to_have_count(0)


def test_answer_about_the_page_before_is_dropped(
    page: Page, badge: Locator, site: str, browser: Browser, service: Service
) -> None:
    with gate_before(service.port, word="async-first team") as gate:
        browser.use_service(gate.address)
        page.goto(site)
        page.evaluate(RECORD)
        expect(badge).to_have_attribute("data-state", "loading")
        page.get_by_role("link", name="/p/dispatcher").click()
        expect(badge).to_have_attribute("data-position", "fully_sync")
        gate.open()
        # The same question once more: its answer comes after the late one.
        page.get_by_role("link", name="/p/mapper").click()
        expect(badge).to_have_attribute("data-position", "async_first")
    shown = page.evaluate("window.shown")
    assert "/p/mapper async_first" in shown
    assert "/p/dispatcher async_first" not in shown


def test_badge_that_a_redraw_took_away_comes_back(
    page: Page, badge: Locator, site: str, service: Service
) -> None:
    page.goto(site)
    expect(badge).to_have_attribute("data-state", "ready")
    page.evaluate("draw()")
    expect(badge).to_have_attribute("data-position", "async_first")


def test_ad_that_arrives_after_its_title_is_read(
    page: Page, badge: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    page.goto(board.publish(f"{SITE}/p/late", pages / "late_text.html"))
    expect(badge).to_have_attribute("data-state", "not_a_posting")
    page.evaluate("arrive()")
    expect(badge).to_have_attribute("data-position", "async_first")
