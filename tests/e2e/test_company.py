"""Whose posting it is goes along with the ad, and what is known of the company shows in lists."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from scraper import HandbookFinding, HandbookHost, Outcome
from server.store import keep_finding, open_store
from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import gate_before
from tests.e2e.stage.service import Service, running_service

POSTING = "https://weworkremotely.com/remote-jobs/heron-charts-map-engineer"
LIST = "https://weworkremotely.com/remote-jobs/search?term=handbook"

HANDBOOK = HandbookFinding(
    company="heron-charts.com",
    domain="heron-charts.com",
    outcome=Outcome.PUBLIC,
    url="https://heron-charts.com/handbook",
    host=HandbookHost.OWN_SITE,
    evidence="We write things down.",
    why="It calls itself a handbook.",
    looked_at=(),
    checked_at=datetime(2026, 1, 1, tzinfo=UTC),
)


def declaring(html: Path, description: str) -> str:
    """The page, with structured data in it that say whose posting it is."""
    company = {"name": "Heron Charts", "sameAs": "https://heron-charts.com", "logo": "a bird"}
    data = {"@type": "JobPosting", "description": description, "hiringOrganization": company}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return html.read_text(encoding="utf-8").replace("</head>", f"{script}</head>")


def test_chip_marks_a_company_that_publishes_how_it_works(
    page: Page, badge: Locator, browser: Browser, board: JobBoard, pages: Path, tmp_path: Path
) -> None:
    html = pages / "sites" / "weworkremotely_job.html"
    card = """<li class="new-listing-container"><a href="/remote-jobs/other"><h3
      class="new-listing__header__title">Other job</h3></a>
      <p class="new-listing__company-name">Heron Charts</p>
      <p>We are an async-first team without standups.</p></li>"""
    with running_service(tmp_path) as own:
        browser.pair(own.address)
        own_words = "<p>How we work</p> <p>We are an async-first team: most of what we do</p>"
        page.goto(board.publish(POSTING, declaring(html, own_words)))
        expect(badge).to_have_attribute("data-state", "ready")
        keep_finding(
            open_store(f"sqlite:///{tmp_path / 'syncline.db'}"), "heron-charts.com", HANDBOOK
        )
        page.goto(board.publish(LIST, f"<!doctype html><title>Jobs</title><ul>{card}</ul>"))
        chip = page.locator("syncline-card").get_by_role("img")
        expect(chip.locator(".handbook")).to_be_visible()
        assert "The company publishes how it works." in (chip.get_attribute("aria-label") or "")


def test_of_structured_data_only_the_company_of_the_shown_posting_is_sent(
    page: Page, badge: Locator, browser: Browser, board: JobBoard, service: Service, pages: Path
) -> None:
    html = pages / "sites" / "weworkremotely_job.html"
    own_words = "How we work: We are an async-first team, most of what we do is written"
    with gate_before(service.port) as gate:
        browser.use_service(gate.address)
        for number, words in enumerate((own_words, "We bake bread. The posting before.")):
            page.goto(board.publish(f"{POSTING}-{number}", declaring(html, words)))
            expect(badge).to_have_attribute("data-state", "ready")
        shown, before = gate.seen
    assert "https://heron-charts.com" in shown
    assert "a bird" not in shown
    assert "https://heron-charts.com" not in before
