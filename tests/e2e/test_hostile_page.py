"""What a page says is shown as text, and what it styles or listens to stays outside."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.service import Service

INLINE_ONLY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
NOTHING = "default-src 'none'; require-trusted-types-for 'script'"


@pytest.fixture
def opened(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> Locator:
    url = board.publish("https://trap.breezy.hr/p/hostile", pages / "hostile.html", INLINE_ONLY)
    page.goto(url)
    pill.click()
    expect(panel).to_be_visible()
    return panel


def test_markup_in_a_quote_is_text(opened: Locator) -> None:
    quote = opened.locator("blockquote", has_text="async-first")
    expect(quote).to_contain_text('<script>window.ran.push("quote")</script>')
    expect(opened.locator("script, img")).to_have_count(0)


def test_nothing_of_the_page_ran(opened: Locator, page: Page) -> None:
    assert page.evaluate("window.ran") == []


def test_pages_shortcuts_do_not_hear_keys_pressed_in_the_panel(opened: Locator, page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    assert page.evaluate("window.ran") == []


def test_pages_style_does_not_reach_the_badge(opened: Locator, badge: Locator) -> None:
    expect(badge).to_have_css("opacity", "1")
    expect(badge).to_have_css("display", "inline-block")
    expect(opened).to_have_css("font-size", "14px")
    expect(opened.locator("h2")).to_have_css("text-transform", "none")


def test_page_that_forbids_styles_still_shows_a_styled_badge(
    page: Page, pill: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    url = board.publish("https://trap.breezy.hr/p/strict", pages / "async_first.html", NOTHING)
    page.goto(url)
    expect(pill).to_have_css("border-radius", "14px")


def test_badge_the_page_made_up_is_taken_away(
    page: Page, badge: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "fully_sync.html").read_text(encoding="utf-8")
    false = "<syncline-badge data-state='ready' data-position='fully_async'></syncline-badge><main>"
    page.goto(board.publish("https://trap.breezy.hr/p/false", html.replace("<main>", false)))
    expect(badge).to_have_count(1)
    expect(badge).to_have_attribute("data-position", "fully_sync")


OWN_ELEMENTS = """<script>
  for (const name of ["syncline-badge", "syncline-card"]) customElements.define(name,
    class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({mode: "closed"});
      }
    });
</script>"""
"""A page that makes elements of our names its own: none of them can hold a shadow root of ours."""


def test_page_that_defines_the_badges_element_does_not_get_hold_of_it(
    page: Page, badge: Locator, pill: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    url = "https://trap.breezy.hr/p/own-elements"
    page.goto(board.publish(url, html.replace("</head>", f"{OWN_ELEMENTS}</head>")))
    expect(badge).to_have_attribute("data-position", "async_first")
    expect(pill).to_contain_text("Async-first")


def test_page_that_defines_the_chips_element_does_not_get_hold_of_it(
    page: Page, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "sites" / "weworkremotely_list.html").read_text(encoding="utf-8")
    url = "https://weworkremotely.com/remote-jobs/search?term=own-elements"
    page.goto(board.publish(url, html.replace("</head>", f"{OWN_ELEMENTS}</head>")))
    expect(page.locator("syncline-card .chip")).to_contain_text("async", ignore_case=True)
