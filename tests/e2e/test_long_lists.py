"""Lists of any length cost little, and nothing is left behind of the cards that went."""

from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import gate_before
from tests.e2e.stage.service import Service

LIST = "https://weworkremotely.com/remote-jobs/search?term=endless"

CARDS, TELLING = 20, 4
"""Cards of a burst, and how many of them say something; all are within the window's reach."""

BURST_SECONDS = 0.05

MARK_OLD = "document.querySelectorAll('syncline-card').forEach(chip => chip.dataset.old = '')"
"""Tells the chips of the cards before from those to come: both stand on the same elements."""


@pytest.fixture
def chips(page: Page, board: JobBoard, service: Service, pages: Path) -> Locator:
    page.set_viewport_size({"width": 900, "height": 900})
    page.goto(board.publish(LIST, pages / "endless_list.html"))
    return page.locator("syncline-card")


@pytest.fixture
def devtools(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return session


def metric(devtools: CDPSession, name: str) -> float:
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == name))


def left_behind(devtools: CDPSession) -> tuple[float, float]:
    """Return how many DOM nodes and listeners there are once the garbage is gone."""
    for _ in range(2):
        devtools.send("HeapProfiler.collectGarbage")
    return metric(devtools, "Nodes"), metric(devtools, "JSEventListeners")


@pytest.mark.parametrize("scroll", [f"replace({CARDS})", "recycle()"])
def test_nodes_and_listeners_level_off_while_a_virtualised_list_is_scrolled(
    scroll: str, page: Page, chips: Locator, devtools: CDPSession
) -> None:
    def bursts(count: int) -> tuple[float, float]:
        for _ in range(count):
            page.evaluate(f"{MARK_OLD}; {scroll}")
            expect(page.locator("syncline-card[data-old]")).to_have_count(0)
            expect(chips).to_have_count(TELLING)
        return left_behind(devtools)

    page.evaluate(f"append({CARDS})")
    expect(chips).to_have_count(TELLING)
    nodes, listeners = bursts(5)
    more_nodes, more_listeners = bursts(25)
    assert more_nodes <= nodes
    assert more_listeners <= listeners


def test_card_that_changes_just_before_it_is_asked_about_gets_one_chip(
    page: Page, chips: Locator, browser: Browser, service: Service
) -> None:
    with (
        gate_before(service.port, word="maker 42") as second,
        gate_before(second.port, word="maker 20") as first,
    ):
        browser.use_service(first.address)
        page.evaluate(f"append({CARDS})")
        expect(chips).to_have_count(TELLING)
        page.evaluate("append(1)")
        first.wait_for_posts(2)  # until it is answered, nothing else is asked
        page.evaluate("recycle()")
        expect(chips).to_have_count(0)
        page.evaluate("recycle(); list.append(card(0))")
        first.open()
        second.wait_for_posts(3)
        expect(chips).to_have_count(1)  # the card known from before: all were looked at again
        second.open()
        expect(chips).to_have_count(1 + TELLING)
        page.evaluate("append(10); scrollTo(0, document.body.scrollHeight)")  # asked about last
        expect(chips).to_have_count(1 + TELLING + 2)


def test_five_hundred_cards_in_bursts_leave_the_page_its_time(
    page: Page, chips: Locator, devtools: CDPSession
) -> None:
    page.evaluate("append(50)")
    expect(chips.first).to_be_attached()
    before = metric(devtools, "ScriptDuration")
    for _ in range(9):
        page.evaluate("append(50)")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        expect(page.locator("li:nth-last-child(5) syncline-card")).to_have_count(1)
    assert (metric(devtools, "ScriptDuration") - before) / 9 < BURST_SECONDS
