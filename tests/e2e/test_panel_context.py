"""What stands beside the verdict: the company's handbook, the seeker's profile, their own word."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import Gate, gate_before
from tests.e2e.stage.service import Service

FINDING = {
    "company": "Tern Maps",
    "domain": "tern-maps.example",
    "outcome": "public",
    "url": "https://tern-maps.example/handbook/",
    "host": "own_site",
    "evidence": "When we change how we work, we change this handbook first.",
    "why": "It calls itself a handbook.",
    "looked_at": [],
    "checked_at": "2026-11-23T20:00:00Z",
}

Open = Callable[[Gate], None]


@pytest.fixture
def open_through(
    page: Page,
    pill: Locator,
    panel: Locator,
    board: JobBoard,
    browser: Browser,
    service: Service,
    pages: Path,
) -> Open:
    """Opens the panel of the async-first page, with a gate between extension and service."""

    def open_panel(gate: Gate) -> None:
        browser.use_service(gate.address)
        page.goto(
            board.publish("https://tern-maps.breezy.hr/p/context", pages / "async_first.html")
        )
        expect(pill).to_contain_text("Async-first")
        pill.click()
        expect(panel).to_be_visible()

    return open_panel


def test_handbook_is_quoted_and_linked_without_telling_where_from(
    open_through: Open, panel: Locator, service: Service
) -> None:
    with gate_before(service.port, change=lambda answer: answer.update(handbook=FINDING)) as gate:
        open_through(gate)
        section = panel.locator("section.handbook")
        expect(section.locator("blockquote")).to_have_text(str(FINDING["evidence"]))
        link = section.get_by_role("link", name="tern-maps.example/handbook/")
        expect(link).to_have_attribute("href", str(FINDING["url"]))
        expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_address_that_is_no_page_of_the_web_is_no_link(
    open_through: Open, panel: Locator, service: Service
) -> None:
    bad = {**FINDING, "url": "javascript:alert(1)"}
    with gate_before(service.port, change=lambda answer: answer.update(handbook=bad)) as gate:
        open_through(gate)
        expect(panel.locator("section.handbook")).to_be_visible()
        expect(panel.locator("section.handbook a")).to_have_count(0)


def test_profile_says_what_the_job_means_for_you(
    open_through: Open, panel: Locator, service: Service
) -> None:
    fit = {"suitability": "well", "reasons": ["Your time zone is as good as any."], "hours": []}

    def with_fit(answer: dict[str, Any]) -> None:
        answer["report"]["fit"] = fit

    with gate_before(service.port, change=with_fit) as gate:
        open_through(gate)
        expect(panel.locator("section.fit")).to_contain_text("Goes well with your profile.")
        expect(panel.locator("section.fit li")).to_have_text("Your time zone is as good as any.")


def test_wrong_quote_and_right_position_are_sent_to_the_service(
    open_through: Open, panel: Locator, service: Service
) -> None:
    with gate_before(service.port) as gate:
        open_through(gate)
        panel.locator("summary").click()
        panel.get_by_label("It is rather").select_option("Hybrid")
        quotes = panel.get_by_label("Wrong quote")
        on_call = quotes.locator("option", has_text="on-call").inner_text()
        quotes.select_option(on_call)
        panel.get_by_label("Note").fill("Only one week a year.")
        panel.get_by_role("button", name="Save").click()
        expect(panel.get_by_role("status")).to_have_text("Saved on your own service.")
        sent = json.loads(gate.seen[-1])
    assert sent["position"] == "hybrid"
    assert sent["rule"].startswith("realtime-")
    assert sent["end"] - sent["start"] == len(on_call)
    assert sent["note"] == "Only one week a year."


def test_empty_correction_is_not_sent(open_through: Open, panel: Locator, service: Service) -> None:
    with gate_before(service.port) as gate:
        open_through(gate)
        panel.locator("summary").click()
        panel.get_by_role("button", name="Save").click()
        expect(panel.get_by_role("status")).to_have_text("Choose what is wrong, or write a note.")
        assert len(gate.seen) == 1
