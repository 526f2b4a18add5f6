"""Every board: a badge beside the title of its postings, chips on the cards of its lists.

Each page in `pages/sites` says in its second line where it stands and what is to be seen there.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from signals.sites import load
from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.service import Service

PAGES = sorted((Path(__file__).parent / "pages" / "sites").glob("*.html"))

POSITION = "fully_async"
"""What the one ad that all these pages carry comes to."""

WAYS = {
    "site": "Read from the board's own places",
    "json_ld": "Read from the page's structured data",
    "main_content": "Read from the page's main text",
}


def said(page: Path) -> tuple[str, dict[str, str]]:
    """Return the address of a page and what is to be seen there."""
    comment = page.read_text(encoding="utf-8").splitlines()[1]
    url, *rest = comment.removeprefix("<!-- ").removesuffix(" -->").split()
    return url, dict(part.split("=") for part in rest)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_page_of_a_board_is_read(
    file: Path, page: Page, badge: Locator, board: JobBoard, service: Service
) -> None:
    url, seen = said(file)
    page.goto(board.publish(url, file))
    if "badge" in seen:
        expect(badge).to_have_attribute("data-position", POSITION)
        expect(badge.locator(".way")).to_have_text(WAYS[seen["badge"]])
        expect(badge.locator("xpath=..")).to_contain_text("Map Engineer")
    if "chips" in seen:
        expect(page.locator("syncline-card")).to_have_count(int(seen["chips"]))
        expect(page.locator("syncline-card")).to_have_attribute(
            "data-position", re.compile("async")
        )


def test_every_board_has_its_pages_here() -> None:
    shown = {re.split("_(?:first|signed|job|list)", file.stem)[0] for file in PAGES}
    assert shown == {site.id for site in load()}


@pytest.fixture
def renamed() -> str:
    """A posting of a board whose markup has changed: none of its places is found any more."""
    file = next(file for file in PAGES if file.stem == "linkedin_job")
    html = file.read_text(encoding="utf-8")
    return re.sub(r'class="[^"]*"', 'class="x1"', html)


def test_structured_data_comes_to_the_rescue(
    page: Page, badge: Locator, board: JobBoard, service: Service, renamed: str
) -> None:
    data = """<script type="application/ld+json">{"@context": "https://schema.org",
      "@type": "JobPosting", "title": "Map Engineer", "description": "<p>We are an async-first team.
      Decisions are made in short RFCs that stay open for three days. No daily standups.</p>"}
      </script></head>"""
    url = "https://www.linkedin.com/jobs/view/4411867001"
    page.goto(board.publish(url, renamed.replace("</head>", data)))
    expect(badge).to_have_attribute("data-position", POSITION)
    expect(badge.locator(".way")).to_have_text(WAYS["json_ld"])


def test_main_text_comes_to_the_rescue_of_last_resort(
    page: Page, badge: Locator, board: JobBoard, service: Service, renamed: str
) -> None:
    page.goto(board.publish("https://www.linkedin.com/jobs/view/4411867002", renamed))
    expect(badge).to_have_attribute("data-position", POSITION)
    expect(badge.locator(".way")).to_have_text(WAYS["main_content"])
