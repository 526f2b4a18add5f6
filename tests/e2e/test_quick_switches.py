"""A seeker who goes quickly from job to job sees each job's own badge; nothing is sent twice."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import gate_before
from tests.e2e.stage.service import Service

MAPPER, DISPATCHER = "async_first", "fully_sync"

RECORD = """() => {
  window.shown = [];
  const note = () => {
    const badge = document.querySelector("syncline-badge[data-position]");
    const title = document.querySelector("h1").firstChild;
    const now = badge && `${title.data} ${badge.dataset.position}`;
    if (now && now !== window.shown.at(-1)) window.shown.push(now);
  };
  note();
  new MutationObserver(note).observe(document, {subtree: true, childList: true, attributes: true});
}"""
"""Keeps in `window.shown` what every badge says from now on, and beside which title."""


@pytest.fixture
def url(board: JobBoard, pages: Path) -> str:
    return board.publish("https://heron.breezy.hr/p/mapper", pages / "two_columns.html")


def shown(page: Page) -> Any:
    return page.evaluate("window.shown")


def test_answers_in_reversed_order_stay_with_their_jobs(
    page: Page, badge: Locator, url: str, browser: Browser, service: Service
) -> None:
    with gate_before(service.port, word="async-first team") as gate:
        browser.use_service(gate.address)
        page.goto(url)
        page.evaluate(RECORD)
        expect(badge).to_have_attribute("data-state", "loading")
        page.evaluate("show('dispatcher')")
        expect(badge).to_have_attribute("data-position", DISPATCHER)
        gate.open()
        page.evaluate("show('mapper')")
        expect(badge).to_have_attribute("data-position", MAPPER)
    assert shown(page) == [f"Dispatcher {DISPATCHER}", f"Map Engineer {MAPPER}"]


def test_description_of_the_job_before_is_not_taken_for_the_next_ones(
    page: Page, badge: Locator, url: str, service: Service
) -> None:
    page.goto(url)
    expect(badge).to_have_attribute("data-position", MAPPER)
    page.evaluate(RECORD)
    page.evaluate("show('dispatcher', 500)")
    expect(badge).to_have_attribute("data-position", DISPATCHER)
    assert shown(page) == [f"Map Engineer {MAPPER}", f"Dispatcher {DISPATCHER}"]


def test_two_jobs_of_the_same_words_both_get_a_badge(
    page: Page, badge: Locator, url: str, service: Service
) -> None:
    page.goto(url)
    expect(badge).to_have_attribute("data-position", MAPPER)
    page.evaluate("show('dispatcher', Infinity)")
    expect(badge).to_have_attribute("data-position", MAPPER)


def test_posting_that_has_not_changed_is_not_sent_again(
    page: Page, badge: Locator, url: str, browser: Browser, service: Service
) -> None:
    with gate_before(service.port) as gate:
        browser.use_service(gate.address)
        page.goto(url)
        expect(badge).to_have_attribute("data-position", MAPPER)
        page.evaluate("document.body.append('Three others look at this job')")
        page.evaluate("document.querySelector('nav').textContent = 'All jobs'")
        page.evaluate("show('dispatcher')")
        expect(badge).to_have_attribute("data-position", DISPATCHER)
        page.evaluate("show('mapper')")
        expect(badge).to_have_attribute("data-position", MAPPER)
        assert len(gate.seen) == 2


def test_posting_open_beside_a_list_is_the_one_whose_card_is_chosen(
    page: Page, badge: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    url = "https://www.glassdoor.com/Job/norway-map-jobs-SRCH_KO0,3.htm"
    html = (pages / "sites" / "glassdoor_list_open.html").read_text(encoding="utf-8")
    page.goto(board.publish(url, html.replace("jl=100", "jl=200")))  # read here, unknown elsewhere
    expect(badge).to_have_attribute("data-position", "fully_async")
    page.evaluate(
        """() => {
          const [one, other] = document.querySelectorAll("[data-test=jobListing]");
          other.className = one.className;
          one.className = "";
          document.querySelector("header h1").textContent = "Harbour Baker";
          document.querySelector("[class*=jobDescription]").innerHTML = `<p>Work is on-site in
            Bergen. Core hours are 9 to 5. There is a daily standup, and the on-call rotation is
            one week in two. Requirements: you bake bread, rolls and cakes for everybody here in
            the harbour. Apply with your CV and a letter.</p>`;
        }"""
    )
    expect(page.locator("header h1 > syncline-badge")).to_have_attribute(
        "data-position", "fully_sync"
    )
    assert page.url == url
