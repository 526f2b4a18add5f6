"""The badge fits small windows and can be read in both colour schemes."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.service import Service

CONTRAST = """
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((value) => value / 255)
      .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at instanceof Element; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    throw new Error("no opaque background");
  };
  const contrast = (color, element) => {
    const [light, dark] = [rgb(color), behind(element)]
      .map(luminance).sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  };
"""
"""Relative luminance and contrast as WCAG 2.2 defines them."""

FAINT_TEXTS = f"""(panel) => {{
  {CONTRAST}
  const holdsText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [panel, ...panel.querySelectorAll("*")].filter(holdsText)
    .map((element) => [element.textContent, contrast(getComputedStyle(element).color, element)])
    .filter(([_text, contrast]) => contrast < 4.5);
}}"""

PLACEHOLDER = f"""(field) => {{
  {CONTRAST}
  const {{color, opacity}} = getComputedStyle(field, "::placeholder");
  return opacity === "1" ? contrast(color, field) : 0;
}}"""

EDGE = f"""(field) => {{
  {CONTRAST}
  return contrast(getComputedStyle(field).borderTopColor, field.parentElement);
}}"""

CELLS = f"""(scale) => {{
  {CONTRAST}
  return [...scale.children].map(
    (cell) => contrast(getComputedStyle(cell).backgroundColor, scale.parentElement));
}}"""
"""How well each cell of a mark stands out."""

THEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture
def opened(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> Locator:
    url = board.publish("https://tern-maps.breezy.hr/p/look", pages / "async_first.html")
    page.set_viewport_size({"width": 400, "height": 700})
    page.goto(url)
    expect(pill).to_contain_text("Async-first")
    pill.click()
    expect(panel).to_be_visible()
    return panel


def box(locator: Locator) -> Any:
    return locator.bounding_box() or pytest.fail("it is not drawn")


def test_panel_lies_within_a_window_of_400_pixels(opened: Locator, page: Page) -> None:
    page.wait_for_function(
        "panel => panel.getBoundingClientRect().left >= 0", arg=opened.element_handle()
    )
    drawn = box(opened)
    assert drawn["x"] + drawn["width"] <= 400
    assert drawn["y"] + drawn["height"] <= 700


def test_nothing_in_the_panel_is_wider_than_it(opened: Locator) -> None:
    assert opened.evaluate("panel => panel.scrollWidth <= panel.clientWidth")


@THEMES
def test_every_text_has_the_contrast_of_wcag_aa(opened: Locator, page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    assert opened.evaluate(FAINT_TEXTS) == []


@THEMES
def test_pill_has_the_contrast_of_wcag_aa(
    opened: Locator, pill: Locator, page: Page, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    assert pill.evaluate(FAINT_TEXTS) == []


def test_english_stays_english_in_a_page_from_right_to_left(
    opened: Locator, pill: Locator, page: Page
) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    expect(opened).to_have_css("direction", "ltr")
    expect(pill).to_have_css("direction", "ltr")


def test_long_panel_leaves_the_pill_to_be_seen(opened: Locator, pill: Locator, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 420})
    page.wait_for_function(
        "panel => panel.getBoundingClientRect().bottom <= innerHeight", arg=opened.element_handle()
    )
    assert box(pill)["y"] + box(pill)["height"] <= box(opened)["y"]


@pytest.fixture
def chip(page: Page, board: JobBoard, service: Service, pages: Path) -> Locator:
    html = pages / "sites" / "weworkremotely_list.html"
    page.goto(board.publish("https://weworkremotely.com/remote-jobs/search?term=look", html))
    chip = page.locator("syncline-card .chip")
    expect(chip).to_be_visible()
    return chip


def test_chip_stays_english_in_a_page_from_right_to_left(chip: Locator, page: Page) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    expect(chip).to_have_css("direction", "ltr")


def test_badge_shows_its_marks_where_colours_are_forced(
    opened: Locator, pill: Locator, page: Page
) -> None:
    page.emulate_media(forced_colors="active")
    for around in (pill, opened):
        rest, here = sorted(set(around.locator(".scale").evaluate(CELLS)))
        assert 3 <= rest < here


def test_chip_shows_its_mark_where_colours_are_forced(chip: Locator, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    rest, here = sorted(set(chip.locator(".scale").evaluate(CELLS)))
    assert 3 <= rest < here


@THEMES
def test_placeholder_has_the_contrast_of_wcag_aa(page: Page, browser: Browser, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(browser.welcome_url)
    assert page.locator("[placeholder]").evaluate(PLACEHOLDER) >= 4.5


@THEMES
def test_edge_of_the_filter_is_seen(page: Page, browser: Browser, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(browser.popup_url)
    assert page.get_by_role("combobox").evaluate(EDGE) >= 3
