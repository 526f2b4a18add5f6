"""The badge fits small windows and can be read in both colour schemes."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.service import Service

# Relative luminance and contrast as WCAG 2.2 defines them; returns the texts below `least`.
FAINT_TEXTS = """(panel) => {
  const least = 4.5;
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
  const contrast = (element) => {
    const [light, dark] = [rgb(getComputedStyle(element).color), behind(element)]
      .map(luminance).sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  };
  const holdsText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [panel, ...panel.querySelectorAll("*")].filter(holdsText)
    .filter((element) => contrast(element) < least)
    .map((element) => `${element.textContent}: ${contrast(element)}`);
}"""


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(opened: Locator, page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    assert opened.evaluate(FAINT_TEXTS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
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
