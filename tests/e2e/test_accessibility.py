"""axe-core finds nothing on what the extension draws, in both themes; all of it fits at 200 %."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.axe import complaints
from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.service import Service

LEVER = "https://jobs.lever.co/tern-maps/0b6f3f0a-1111-4222-8333-444455556667"
LIST = Path(__file__).parent / "pages" / "sites" / "weworkremotely_list.html"

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


@pytest.fixture
def opened(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> Locator:
    """The panel of the async-first page, open, its form unfolded."""
    page.goto(board.publish(LEVER, pages / "async_first.html"))
    expect(pill).to_contain_text("Async-first")
    pill.click()
    panel.locator("summary").click()
    return panel


@THEMES
def test_badge_and_panel(theme: Any, opened: Locator, page: Page) -> None:
    page.emulate_media(color_scheme=theme)
    assert complaints(page, "syncline-badge") == []


@THEMES
def test_chips(theme: Any, page: Page, board: JobBoard, service: Service) -> None:
    page.emulate_media(color_scheme=theme)
    page.goto(board.publish("https://weworkremotely.com/remote-jobs/search?term=axe", LIST))
    expect(page.locator("syncline-card")).to_have_count(1)
    assert complaints(page, "syncline-card") == []


@THEMES
@pytest.mark.parametrize("name", ["popup", "options", "welcome"])
def test_own_pages(name: str, theme: Any, page: Page, browser: Browser, service: Service) -> None:
    page.emulate_media(color_scheme=theme)
    page.goto(getattr(browser, f"{name}_url"))
    expect(page.locator("[data-say]").first).not_to_be_empty()
    assert complaints(page, "body") == []


def test_correction_is_made_with_the_keyboard_alone(opened: Locator, page: Page) -> None:
    opened.locator("summary").focus()
    page.keyboard.press("Tab")
    expect(opened.get_by_label("It is rather")).to_be_focused()
    page.keyboard.press("H")  # Hybrid
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("Two standups a week")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(opened.get_by_role("status")).not_to_be_empty()


def test_focus_returns_to_the_pill_from_within_the_form(
    opened: Locator, pill: Locator, page: Page
) -> None:
    opened.get_by_label("Note").focus()
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(pill).to_be_focused()


def test_panel_can_be_read_at_200_percent(opened: Locator, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 300})  # what 800 by 600 leave at 200 %
    page.wait_for_function(
        """panel => { const {left, right, top, bottom} = panel.getBoundingClientRect();
          return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight; }""",
        arg=opened.element_handle(),
    )
    assert opened.evaluate("panel => panel.scrollWidth <= panel.clientWidth")


def test_who_wants_no_motion_gets_none(
    opened: Locator, pill: Locator, page: Page, service: Service
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("document.querySelector('main').style.paddingBottom = '3000px'")
    opened.get_by_role("button", name="on-call").click()
    assert page.evaluate("document.getAnimations().length") == 0
    expect(page.locator("li", has_text="Join the on-call rotation").first).to_be_in_viewport()
