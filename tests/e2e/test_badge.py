"""A job page in, a badge out: what the real service answered stands beside the title."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import gate_before
from tests.e2e.stage.service import Service

LEVER = "https://jobs.lever.co/tern-maps/0b6f3f0a-1111-4222-8333-444455556666"


@pytest.mark.parametrize("position", ["async_first", "fully_sync"])
def test_badge_shows_the_position(
    position: str, page: Page, badge: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    url = board.publish(f"https://tern-maps.breezy.hr/p/{position}", pages / f"{position}.html")
    page.goto(url)
    expect(badge).to_have_attribute("data-state", "ready")
    expect(badge).to_have_attribute("data-position", position)


def test_badge_stands_in_the_title(
    page: Page, badge: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    page.goto(board.publish(LEVER, pages / "async_first.html"))
    expect(page.locator("h1 > syncline-badge .pill")).to_be_visible()
    expect(badge).to_have_count(1)


def test_title_is_found_where_the_board_has_it(
    page: Page, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    page.goto(board.publish(LEVER, html.replace("h1>", "h2>", 2)))  # Lever's titles are no h1
    expect(page.locator(".posting-headline > h2 > syncline-badge .pill")).to_be_visible()


def test_pill_says_it_in_words(
    page: Page, pill: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    page.goto(board.publish(LEVER, pages / "async_first.html"))
    expect(pill).to_contain_text("Async-first")
    expect(pill).to_contain_text("% sure")


def test_silent_ad_is_unclear(
    page: Page,
    badge: Locator,
    pill: Locator,
    board: JobBoard,
    service: Service,
    pages: Path,
) -> None:
    page.goto(board.publish("https://heron.breezy.hr/p/baker", pages / "silent.html"))
    expect(badge).to_have_attribute("data-position", "unclear")
    expect(pill).to_contain_text("Unclear")
    expect(pill).to_contain_text("the ad does not say")


def test_page_that_is_no_posting_gets_no_badge(
    page: Page, badge: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    page.goto(board.publish("https://heron.breezy.hr/p/rye", pages / "no_ad.html"))
    expect(badge).to_have_attribute("data-state", "not_a_posting")
    expect(badge).to_be_hidden()


def test_nothing_typed_into_the_page_is_sent(
    page: Page, badge: Locator, board: JobBoard, browser: Browser, service: Service, pages: Path
) -> None:
    with gate_before(service.port) as gate:
        browser.use_service(gate.address)
        page.goto(board.publish("https://tern-maps.breezy.hr/p/form", pages / "async_first.html"))
        expect(badge).to_have_attribute("data-state", "ready")
        (sent,) = gate.seen
    assert "sea charts" in sent
    assert "Ada Preset" not in sent
    assert "my private draft" not in sent


def test_scripts_are_not_sent_but_structured_data_is(
    page: Page, board: JobBoard, browser: Browser, badge: Locator, service: Service, pages: Path
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    data = '<script type="application/ld+json">{"@type": "Thing", "name": "a gull"}</script>'
    script = "<script>window.secret = 'a heron'</script>"
    with gate_before(service.port) as gate:
        browser.use_service(gate.address)
        page.goto(board.publish(LEVER, html.replace("</head>", f"{data}{script}</head>")))
        expect(badge).to_have_attribute("data-state", "ready")
        (sent,) = gate.seen
    assert "a gull" in sent
    assert "a heron" not in sent


def test_badge_is_not_part_of_a_link_around_the_title(
    page: Page, badge: Locator, pill: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "fully_sync.html").read_text(encoding="utf-8")
    linked = html.replace("<h1>Dispatcher</h1>", "<a href='/p/else'><h1>Dispatcher</h1></a>")
    url = board.publish("https://gull.breezy.hr/p/linked", linked)
    page.goto(url)
    pill.click()
    expect(badge.get_by_role("dialog")).to_be_visible()
    assert page.url == url
