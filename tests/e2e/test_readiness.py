"""The ad is read as soon as it stands there; the badge waits until the page's own scripts ran."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import gate_before
from tests.e2e.stage.service import Service

COMPARE = "window.compared = document.querySelector('h1').childNodes.length;"
"""What a page drawn on a server does: its script finds the markup as it was sent, or draws anew."""


@pytest.mark.parametrize("kind", ["defer", 'type="module"'])
def test_page_is_read_before_its_scripts_came_and_left_alone_until_they_ran(
    kind: str,
    page: Page,
    badge: Locator,
    board: JobBoard,
    browser: Browser,
    service: Service,
    pages: Path,
) -> None:
    held: list[Route] = []
    page.route("**/compare.js", lambda route: held.append(route))
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    script = f'<script {kind} src="/compare.js"></script></head>'
    url = "https://tern-maps.breezy.hr/p/server-drawn"
    with gate_before(service.port) as gate:
        browser.use_service(gate.address)
        page.goto(board.publish(url, html.replace("</head>", script)), wait_until="commit")
        gate.wait_for_answers(1)
        expect(badge).to_have_count(0)
        held[0].fulfill(body=COMPARE, content_type="text/javascript")
        expect(badge).to_have_attribute("data-position", "async_first")
    assert page.evaluate("window.compared") == 1


def test_picture_that_never_comes_keeps_no_badge_away(
    page: Page, badge: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    page.route("**/sea.png", lambda _route: None)
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    url = board.publish(
        "https://tern-maps.breezy.hr/p/picture",
        html.replace("<main>", '<img src="/sea.png"><main>'),
    )
    page.goto(url, wait_until="commit")
    expect(badge).to_have_attribute("data-position", "async_first")
    assert page.evaluate("document.readyState") == "interactive"
