"""Nothing of the page moves for a badge or a chip: the browser itself is asked."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.service import Service

SITES = Path(__file__).parent / "pages" / "sites"

SHIFTS = """() => new Promise(resolve => {
  const tell = ({value, sources}) => `${value}: ${sources.map(({node}) => node?.nodeName)}`;
  new PerformanceObserver(list => resolve(list.getEntries().map(tell)))
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
})"""
"""Every shift since the page was opened; they are noted when a frame is drawn."""

STYLE = """<style>h1, h2, h3 { font: 20px/24px sans-serif; margin: 0 0 4px }
  .row { display: flex; gap: 12px; justify-content: space-between }</style>"""


@pytest.mark.parametrize("width", [1000, 400])
@pytest.mark.parametrize(
    "name", ["linkedin_job", "linkedin_signed_in", "greenhouse_job", "lever_job", "indeed_list"]
)
def test_page_does_not_move(
    name: str, width: int, page: Page, board: JobBoard, service: Service
) -> None:
    html = (SITES / f"{name}.html").read_text(encoding="utf-8")
    url = html.splitlines()[1].split()[1]
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(board.publish(url, html.replace("</head>", f"{STYLE}</head>")))
    marks = page.locator("syncline-badge[data-state=ready] .pill, syncline-card .chip")
    expect(marks.first).to_be_visible()
    assert page.evaluate(SHIFTS) == []


def right_edge(locator: Locator) -> Any:
    box = locator.bounding_box() or pytest.fail("it is not drawn")
    return box["x"] + box["width"]


@pytest.mark.parametrize("title", ["Map Engineer", "Senior Staff Map Engineer for Small Harbours"])
def test_badge_lies_within_a_narrow_window(
    title: str, page: Page, pill: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    url = "https://tern-maps.breezy.hr/p/narrow"
    page.set_viewport_size({"width": 400, "height": 700})
    page.goto(board.publish(url, html.replace("<h1>Senior Map Engineer", f"{STYLE}<h1>{title}")))
    expect(pill).to_contain_text("Async-first")
    assert right_edge(pill) <= 400


def test_badge_goes_along_when_the_title_changes_its_width(
    page: Page, pill: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    page.goto(board.publish("https://tern-maps.breezy.hr/p/wider", pages / "async_first.html"))
    expect(pill).to_contain_text("Async-first")
    before = right_edge(pill)
    page.evaluate("document.querySelector('h1').style.paddingInlineStart = '50px'")
    page.wait_for_function(
        "([pill, before]) => pill.getBoundingClientRect().right === before + 50",
        arg=[pill.element_handle(), before],
    )
