"""axe-core finds nothing on the service's pages, in both themes; all fit a narrow window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, sync_playwright

from scraper import chromium
from server.serving import Listening
from tests.axe import complaints
from tests.server.conftest import AD, ASYNC_AD

COMPANY = "harbour-maps.com"
CONTRADICTION = f"{ASYNC_AD} Working hours: 9am to 5pm EST. Apply by mail to jobs@{COMPANY}."
RIGHT_TO_LEFT = f"مهندس خرائط أول (عن بعد)\n\n{ASYNC_AD}"
LONG = f"{'Distributed-Geospatial-Indexing-' * 2}Engineer\n\n{AD}"
ADDRESS = f"https://jobs.example.org/{'a-very-long-path-without-end/' * 8}"


@pytest.fixture
def paths(client: FlaskClient) -> Sequence[str]:
    """Every kind of page, with something on it."""
    sent = [(CONTRADICTION, None), (RIGHT_TO_LEFT, None), (LONG, ADDRESS)]
    ids = []
    for text, url in sent:
        answer = client.post("/api/v1/analyses", json={"text": text, "url": url}).json
        assert answer
        ids.append(answer["id"])
    client.put("/api/v1/profile", json={"time_zone": "Asia/Jakarta"})
    client.post(f"/api/v1/analyses/{ids[0]}/corrections", json={"note": "Not so.\nReally."})
    postings = [f"/analyses/{id_}" for id_ in ids]
    compared = "/compare?" + "&".join(f"id={id_}" for id_ in ids)
    lists = ["/", "/history", "/history?q=team&position=fully_sync", compared]
    companies = ["/companies", f"/companies/{COMPANY}"]
    rest = ["/rules", "/profile", "/connect", "/connect/browsers", "/api", "/no/such/page"]
    return [*lists, *postings, *companies, *rest]


@pytest.fixture
def page(listening: Listening) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium.find().path))
        yield browser.new_page(base_url=listening.url)
        browser.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_accessible(theme: Any, page: Page, paths: Sequence[str]) -> None:
    page.emulate_media(color_scheme=theme)
    found = {}
    for path in paths:
        page.goto(path)
        found[path] = complaints(page, "html")
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_scale_and_current_page_are_told_apart_where_colours_are_forced(
    page: Page, paths: Sequence[str]
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(next(path for path in paths if path.startswith("/analyses/")))
    colours = page.evaluate(
        "[...document.querySelectorAll('.scale li')]"
        ".map(one => getComputedStyle(one, '::before').backgroundColor)"
    )
    assert len(set(colours)) == 2
    underlined = page.evaluate(
        "[...document.querySelectorAll('header nav a')]"
        ".filter(one => getComputedStyle(one).borderBottomStyle === 'solid')"
        ".map(one => one.textContent)"
    )
    assert underlined == ["History"]


@pytest.mark.parametrize("width", [320, 400])
def test_no_page_is_wider_than_a_narrow_window(
    width: int, page: Page, paths: Sequence[str]
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    widths = {}
    for path in paths:
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: wide for path, wide in widths.items() if wide > width} == {}


def test_history_keeps_its_list_on_paper(page: Page, paths: Sequence[str]) -> None:
    page.goto("/history")
    page.emulate_media(media="print")
    assert page.locator(".analyses li").first.is_visible()
    assert page.locator("input:visible, button:visible, nav:visible").count() == 0
