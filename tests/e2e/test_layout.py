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


LONG = "Senior Map Engineer for harbours, channels and tides " * 3

CUT = "overflow: hidden; white-space: nowrap; text-overflow: ellipsis"
CLAMPED = "overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical"

TITLES = {
    "cut off where it is long": f"<h1 style='{CUT}'>Map Engineer</h1>",
    "cut off": f"<h1 style='{CUT}'>{LONG}</h1>",
    "cut off around a link": f"<h1 style='{CUT}'><a href='/maps'>{LONG}</a></h1>",
    "cut off after two lines": f"<h1 style='{CLAMPED}; -webkit-line-clamp: 2'>{LONG}</h1>",
    "a block link": "<h1><a href='/maps' style='display: block'>Map Engineer</a></h1>",
    "of an element without a box": "<h1><span style='display: contents'>Map Engineer</span></h1>",
    "cut off, of an element without a box": f"""<h1 style='{CUT}'>
      <span style='display: contents'>Map Engineer</span></h1>""",
    "zoomed": f"<div style='zoom: 1.5'><h1 style='{CUT}'>Map Engineer</h1></div>",
    "scaled down": f"<div style='transform: scale(0.8)'><h1 style='{CUT}'>Map Engineer</h1></div>",
    "within a link": "<a href='/maps'><h1>Map Engineer</h1></a>",
    "in a row": f"""<div class=row style='justify-content: start'>
      <h1 style='{CUT}'>Map Engineer</h1><button>Apply</button></div>""",
    "in a full row": f"<div class=row><h1 style='{CUT}'>{LONG}</h1><button>Apply</button></div>",
    "in a grid": f"""<div style='display: grid; gap: 9px'><h1 style='{CUT}'>Map Engineer</h1>
      <button style='justify-self: start'>Apply</button></div>""",
}

MOVED = """badge => {
  const places = () => [...document.querySelectorAll("body *")].filter(one => one !== badge)
    .map(one => `${one.localName}: ${JSON.stringify(one.getBoundingClientRect())}`);
  const within = places();
  badge.remove();
  const without = places();
  return within.filter((place, index) => place !== without[index]);
}"""
"""What stands elsewhere while the badge is in the page."""

COVERED = """([pill, title]) => {
  const box = pill.getBoundingClientRect(), edges = title.getBoundingClientRect();
  const letters = document.createRange();
  const text = document.createTreeWalker(title, NodeFilter.SHOW_TEXT,
    node => node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP).nextNode();
  letters.selectNodeContents(text);
  const seen = [...letters.getClientRects()].map(({left, right, top, bottom}) => ({
    left, top, right: Math.min(right, edges.right), bottom: Math.min(bottom, edges.bottom) }));
  const buttons = [...document.querySelectorAll("button")].map(one => one.getBoundingClientRect());
  return [...seen, ...buttons].filter(({left, right, top, bottom}) =>
    left < box.right && right > box.left && Math.max(top, box.top) < Math.min(bottom, box.bottom));
}"""
"""What lies under the badge: letters of the title, and buttons."""

DISTANCE = """([pill, title]) => {
  const letters = document.createRange();
  letters.selectNodeContents(title);
  return pill.getBoundingClientRect().left - letters.getBoundingClientRect().right;
}"""
"""How far behind its title's letters the badge begins."""

WITHIN = """panel => {
  const {left, right, top, bottom} = panel.getBoundingClientRect();
  return 0 <= left && right <= innerWidth && 0 <= top && bottom <= innerHeight;
}"""


@pytest.fixture(params=TITLES)
def titled(
    request: pytest.FixtureRequest,
    page: Page,
    badge: Locator,
    board: JobBoard,
    service: Service,
    pages: Path,
) -> Page:
    """A posting with such a title, and its badge."""
    open_titled(page, TITLES[request.param], board, pages)
    expect(badge).to_have_attribute("data-state", "ready")
    return page


def open_titled(page: Page, title: str, board: JobBoard, pages: Path) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    html = html.replace("<h1>Senior Map Engineer</h1>", STYLE + title)
    page.set_viewport_size({"width": 700, "height": 700})
    page.goto(board.publish("https://tern-maps.breezy.hr/p/titled", html))


def test_page_does_not_move_whatever_its_title_is(titled: Page, badge: Locator) -> None:
    assert badge.evaluate(MOVED) == []


def test_badge_covers_neither_the_title_nor_a_button(titled: Page, pill: Locator) -> None:
    title = titled.locator("h1").element_handle()
    assert titled.evaluate(COVERED, [pill.element_handle(), title]) == []


@pytest.mark.parametrize(
    "title",
    [
        "of an element without a box",
        "cut off, of an element without a box",
        "zoomed",
        "scaled down",
    ],
)
def test_badge_is_near_the_end_of_the_title(
    title: str,
    page: Page,
    badge: Locator,
    pill: Locator,
    board: JobBoard,
    service: Service,
    pages: Path,
) -> None:
    open_titled(page, TITLES[title], board, pages)
    expect(badge).to_have_attribute("data-state", "ready")
    assert (
        4
        < page.evaluate(DISTANCE, [pill.element_handle(), page.locator("h1").element_handle()])
        < 16
    )


def test_panel_stays_within_the_window_of_a_page_that_is_zoomed(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    open_titled(page, TITLES["zoomed"], board, pages)
    pill.click()
    page.wait_for_function(WITHIN, arg=panel.element_handle())


def test_badge_of_a_title_in_a_row_is_scrolled_along_with_it(
    page: Page, badge: Locator, pill: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    row = f"""{STYLE}<div id=column style='overflow: auto; height: 200px'>
      {TITLES["in a row"]}<div style='height: 900px'></div></div>"""
    url = "https://tern-maps.breezy.hr/p/column"
    page.goto(board.publish(url, html.replace("<h1>Senior Map Engineer</h1>", row)))
    expect(badge).to_have_attribute("data-state", "ready")
    before = edges(pill)["top"]
    page.evaluate("document.querySelector('#column').scrollTop = 15")
    assert edges(pill)["top"] == before - 15


@pytest.mark.parametrize("width", [700, 300])
def test_card_with_a_title_that_is_cut_off_does_not_move(
    width: int, page: Page, board: JobBoard, service: Service
) -> None:
    html = (SITES / "weworkremotely_list.html").read_text(encoding="utf-8")
    style = f"{STYLE}<style>.new-listing__header__title {{ {CUT} }}</style></head>"
    url = "https://weworkremotely.com/remote-jobs/search?term=cut"
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(board.publish(url, html.replace("</head>", style)))
    chip = page.locator("syncline-card")
    expect(chip.locator(".chip")).to_be_visible()
    title = page.locator("h3").first.element_handle()
    assert page.evaluate(COVERED, [chip.locator(".chip").element_handle(), title]) == []
    assert chip.evaluate(MOVED) == []


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
