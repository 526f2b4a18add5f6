"""Nothing of the page moves for a badge or a chip: the browser itself is asked."""

import re
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


NARROW = {"all": 0, "name": 80, "mark": 150, "mark, under the title": 260}
"""How far a title is pushed to the window's edge, by what of the badge has room beside it."""

COMPLAIN = "window.complaints = []; onerror = (message) => complaints.push(message);"


@pytest.mark.parametrize("size", NARROW)
def test_badge_shows_in_a_narrow_window_what_has_room_beside_the_title(
    size: str,
    page: Page,
    badge: Locator,
    pill: Locator,
    board: JobBoard,
    service: Service,
    pages: Path,
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    head = f"{STYLE}<script>{COMPLAIN}</script><h1 style='padding-inline-start: {NARROW[size]}px'>"
    url = "https://tern-maps.breezy.hr/p/narrow"
    page.set_viewport_size({"width": 400, "height": 700})
    page.goto(board.publish(url, html.replace("<h1>Senior Map Engineer", f"{head}Engineer")))
    expect(badge).to_have_attribute("data-position", "async_first")
    expect(badge).to_have_attribute("data-size", size.partition(",")[0])
    expect(pill).to_have_accessible_name(re.compile("^Syncline: Async-first"))
    assert right_edge(pill) <= 400
    title, mark = edges(page.locator("h1")), edges(pill)
    assert (mark["top"] < title["bottom"]) == ("under" not in size)
    assert page.evaluate("complaints") == []


def edges(locator: Locator) -> Any:
    return locator.evaluate("element => element.getBoundingClientRect().toJSON()")


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
