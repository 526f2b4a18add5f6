"""The cards of a list: what is known or said gets a chip, everything else stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.gate import gate_before
from tests.e2e.stage.service import Service

LIST = "https://weworkremotely.com/remote-jobs/search?term=maps"

ASYNC = "We are an async-first team without standups."
SYNC = "Core hours are 9 to 5, on-site in Oslo."


def card(name: str, text: str = "") -> str:
    """One card as the board draws it, in words of our own."""
    return f"""<li class="new-listing-container"><a class="listing-link--unlocked"
      href="/remote-jobs/{name}"><div class="new-listing"><h3 class="new-listing__header__title">
      <span>{name}</span></h3><p class="new-listing__company-name">Tern Maps</p>
      <p class="new-listing__company-headquarters">Oslo</p><p>{text}</p></div></a></li>"""


def a_list(*cards: str) -> str:
    """A page of the board with cards."""
    body = f'<section class="jobs"><ul>{"".join(cards)}</ul></section>'
    return f"<!doctype html><title>Remote maps jobs</title><body>{body}</body>"


@pytest.fixture
def chips(page: Page) -> Locator:
    return page.locator("syncline-card")


@pytest.fixture
def no_filter(browser: Browser) -> Iterator[None]:
    """Leave the filter as the next test expects it."""
    yield
    browser.worker.evaluate("chrome.storage.local.remove('filter')")


def chip_of(page: Page, name: str) -> Locator:
    return page.locator("li", has_text=name).locator("syncline-card")


def test_card_that_says_it_gets_a_chip_and_a_silent_one_none(
    page: Page, board: JobBoard, service: Service
) -> None:
    page.goto(board.publish(LIST, a_list(card("maker", ASYNC), card("baker"), card("clerk", SYNC))))
    expect(chip_of(page, "maker")).to_have_attribute("data-position", "async_first")
    expect(chip_of(page, "clerk")).to_have_attribute("data-position", "fully_sync")
    expect(chip_of(page, "baker")).to_have_count(0)


def test_chip_says_in_words_where_it_comes_from(
    page: Page, board: JobBoard, service: Service
) -> None:
    page.goto(board.publish(LIST, a_list(card("maker", ASYNC))))
    chip = chip_of(page, "maker").get_by_role("img")
    expect(chip).to_contain_text("Async-first")
    assert "from the card alone" in (chip.get_attribute("aria-label") or "")
    assert ASYNC in (chip.get_attribute("title") or "")


def test_posting_seen_before_is_known_on_its_card(
    page: Page, badge: Locator, board: JobBoard, service: Service
) -> None:
    posting = "https://weworkremotely.com/remote-jobs/surveyor"
    ad = f"<h1>Surveyor</h1><p>{ASYNC}</p><p>Apply with your experience, your salary wish.</p>"
    page.goto(board.publish(posting, f"<!doctype html><title>Surveyor</title><body>{ad}</body>"))
    expect(badge).to_have_attribute("data-position", "async_first")
    page.goto(board.publish(LIST, a_list(card("surveyor"))))
    chip = chip_of(page, "surveyor")
    expect(chip).to_have_attribute("data-position", "async_first")
    expect(chip.get_by_role("img")).to_have_attribute("data-known-by", "posting")


def test_posting_seen_before_is_known_on_a_card_that_bears_only_its_number(
    page: Page, chips: Locator, board: JobBoard, service: Service
) -> None:
    pages = Path(__file__).parent / "pages" / "sites"
    posting = "https://www.linkedin.com/jobs/view/4411867300/"
    page.goto(board.publish(posting, pages / "linkedin_job_hashed.html"))
    expect(page.locator("syncline-badge")).to_have_attribute("data-position", "fully_async")
    html = """<!doctype html><title>Jobs</title><div role="button"
      componentkey="job-card-component-ref-4411867300"><p>Map Engineer</p></div>"""
    page.goto(board.publish("https://www.linkedin.com/jobs/search-results/?keywords=maps", html))
    expect(chips.get_by_role("img")).to_have_attribute("data-known-by", "posting")


def test_cards_of_one_title_without_links_are_told_apart(
    page: Page, chips: Locator, board: JobBoard, service: Service
) -> None:
    def without_link(company: str, text: str) -> str:
        return f"""<li class="new-listing-container">
          <h3 class="new-listing__header__title">Clerk</h3>
          <p class="new-listing__company-name">{company}</p><p>{text}</p></li>"""

    cards = without_link("Tern", ASYNC) + without_link("Heron", "") + without_link("Gull", SYNC)
    page.goto(board.publish(LIST, a_list(cards)))
    expect(chip_of(page, "Tern")).to_have_attribute("data-position", "async_first")
    expect(chip_of(page, "Gull")).to_have_attribute("data-position", "fully_sync")
    expect(chips).to_have_count(2)


def test_cards_that_come_while_scrolling_get_theirs(
    page: Page, chips: Locator, board: JobBoard, service: Service
) -> None:
    page.goto(board.publish(LIST, a_list(card("maker", ASYNC))))
    expect(chips).to_have_count(1)
    page.evaluate(
        "html => document.querySelector('ul').insertAdjacentHTML('beforeend', html)",
        card("late", SYNC),
    )
    expect(chip_of(page, "late")).to_have_attribute("data-position", "fully_sync")
    expect(chips).to_have_count(2)


def test_card_reused_for_another_posting_loses_the_chip_of_the_first(
    page: Page, chips: Locator, board: JobBoard, service: Service
) -> None:
    page.goto(board.publish(LIST, a_list(card("maker", ASYNC))))
    expect(chips).to_have_count(1)
    page.evaluate(
        """() => {
          document.querySelector('li a').setAttribute('href', '/remote-jobs/other');
          document.querySelector('li h3 span').textContent = 'other';
          document.querySelector('li p:last-child').textContent = 'Nothing said.';
        }"""
    )
    expect(chips).to_have_count(0)


def test_cards_out_of_view_are_not_asked_about(
    page: Page, chips: Locator, browser: Browser, board: JobBoard, service: Service
) -> None:
    spacer = '<li style="height: 6000px"></li>'
    with gate_before(service.port) as gate:
        browser.use_service(gate.address)
        page.goto(board.publish(LIST, a_list(card("near", ASYNC), spacer, card("faraway", SYNC))))
        expect(chips).to_have_count(1)
        assert not any("faraway" in body for body in gate.seen)
        page.locator("li", has_text="faraway").scroll_into_view_if_needed()
        expect(chip_of(page, "faraway")).to_have_attribute("data-position", "fully_sync")


@pytest.mark.usefixtures("no_filter")
def test_filter_dims_what_leans_the_other_way_and_gives_it_back(
    page: Page, chips: Locator, browser: Browser, board: JobBoard, service: Service
) -> None:
    page.goto(board.publish(LIST, a_list(card("maker", ASYNC), card("clerk", SYNC))))
    expect(chips).to_have_count(2)
    maker, clerk = (page.locator("li", has_text=name) for name in ("maker", "clerk"))
    browser.worker.evaluate("chrome.storage.local.set({filter: 'dim_sync'})")
    expect(clerk).to_have_css("opacity", "0.35")
    expect(maker).to_have_css("opacity", "1")
    browser.worker.evaluate("chrome.storage.local.set({filter: 'hide_sync'})")
    expect(clerk).to_be_hidden()
    browser.worker.evaluate("chrome.storage.local.set({filter: 'none'})")
    expect(clerk).to_be_visible()
    expect(clerk).to_have_css("opacity", "1")


BESIDE = """([chip, title]) => {
  const [mark, text] = [chip, title].map(one => one.getBoundingClientRect());
  return mark.left > text.right && mark.top < text.bottom && mark.bottom > text.top;
}"""


@pytest.mark.usefixtures("no_filter")
def test_chip_of_a_card_that_was_hidden_stands_beside_its_title(
    page: Page, browser: Browser, board: JobBoard, service: Service
) -> None:
    browser.worker.evaluate("chrome.storage.local.set({filter: 'hide_sync'})")
    page.goto(board.publish(LIST, a_list(card("clerk", SYNC))))
    chip = chip_of(page, "clerk").get_by_role("img", include_hidden=True)
    expect(chip).to_have_count(1)
    expect(chip).to_be_hidden()
    browser.worker.evaluate("chrome.storage.local.set({filter: 'none'})")
    expect(chip).to_be_visible()
    both = [chip.element_handle(), page.locator("h3 > span").element_handle()]
    page.wait_for_function(BESIDE, arg=both)


def test_chip_stays_within_a_window_that_becomes_narrow(
    page: Page, board: JobBoard, service: Service
) -> None:
    page.set_viewport_size({"width": 1000, "height": 700})
    page.goto(board.publish(LIST, a_list(card("maker", ASYNC))))
    chip = chip_of(page, "maker").get_by_role("img")
    expect(chip).to_be_visible()
    narrow = int(chip.evaluate("chip => chip.getBoundingClientRect().right")) - 20
    page.set_viewport_size({"width": narrow, "height": 700})
    page.wait_for_function(
        """([chip, width]) => chip.getBoundingClientRect().right <= width &&
          document.documentElement.scrollWidth <= width""",
        arg=[chip.element_handle(), narrow],
    )


def thread(title: str) -> str:
    """A thread of comments as the board draws it: two at the top level, one answer."""

    def comment(number: int, indent: int, text: str) -> str:
        return f"""<tr class="athing comtr" id="{number}"><td><table><tr>
          <td class="ind" indent="{indent}"></td><td class="default"><span class="comhead">
          <a class="hnuser">tern</a><span class="age"><a href="item?id={number}">1 hour ago</a>
          </span></span><div class="commtext c00">{text}</div></td></tr></table></td></tr>"""

    comments = comment(8, 0, f"Tern Maps | Oslo | {ASYNC}") + comment(9, 1, SYNC)
    comments += comment(10, 0, "Heron Bakery | Bread for everybody")
    return f"<!doctype html><title>{title}</title><body><table>{comments}</table></body>"


def test_each_comment_at_the_top_of_a_hiring_thread_is_a_posting(
    page: Page, chips: Locator, board: JobBoard, service: Service
) -> None:
    url = "https://news.ycombinator.com/item?id=7"
    page.goto(board.publish(url, thread("Ask HN: Who is hiring? (November 2026)")))
    expect(chips).to_have_count(1)
    expect(page.locator(".comhead > syncline-card")).to_have_attribute(
        "data-position", "async_first"
    )


def test_comments_of_other_threads_are_left_alone(
    page: Page, chips: Locator, browser: Browser, board: JobBoard, service: Service
) -> None:
    with gate_before(service.port) as gate:
        browser.use_service(gate.address)
        page.goto(board.publish("https://news.ycombinator.com/item?id=6", thread("Maps of Oslo")))
        page.goto(board.publish(LIST, a_list(card("maker", ASYNC))))
        expect(chips).to_have_count(1)
        assert len(gate.seen) == 1
