"""A click opens the reasons; the keyboard does all that the mouse does."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.service import Service

LEVER = "https://jobs.lever.co/tern-maps/0b6f3f0a-1111-4222-8333-444455556666"


@pytest.fixture
def opened(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> Locator:
    """The panel of the async-first page, open."""
    page.goto(board.publish(LEVER, pages / "async_first.html"))
    expect(pill).to_contain_text("Async-first")
    pill.click()
    expect(panel).to_be_visible()
    return panel


def test_quotes_are_sentences_of_the_page(opened: Locator, page: Page) -> None:
    text = page.locator("main").inner_text()
    quotes = opened.locator("blockquote").all_inner_texts()
    assert len(quotes) >= 3
    assert [quote for quote in quotes if quote not in text] == []


def test_found_words_are_marked_behind_emoji_too(opened: Locator) -> None:
    quote = opened.locator("blockquote", has_text="🧭🗺️")
    expect(quote.locator("mark")).to_have_text(["async-first", "is written down"])


def test_reasons_are_grouped_by_direction(opened: Locator) -> None:
    expect(opened.locator("section.async mark", has_text="RFCs")).to_be_visible()
    expect(opened.locator("section.sync mark")).to_have_text("on-call")


def test_last_question_is_the_definitive_one(opened: Locator) -> None:
    last = opened.locator("section.questions li").last
    expect(last).to_contain_text("feature decision")


def test_link_opens_the_services_own_page(opened: Locator, page: Page, service: Service) -> None:
    with page.context.expect_page() as report:
        opened.get_by_role("link", name="Open in Syncline").click()
    expect(report.value).to_have_title(re.compile("Senior Map Engineer"))
    assert report.value.url.startswith(f"{service.address}/analyses/")
    report.value.close()


def test_enter_opens_and_escape_gives_the_focus_back(
    opened: Locator, pill: Locator, page: Page
) -> None:
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(pill).to_be_focused()
    expect(pill).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(opened).to_be_focused()
    expect(pill).to_have_attribute("aria-expanded", "true")


def test_tab_reaches_everything_in_the_order_it_stands(opened: Locator, page: Page) -> None:
    stops = [
        opened.get_by_role("button", name="Close"),
        *opened.locator("button.quote").all(),
        opened.get_by_role("button", name="Copy the questions"),
        opened.get_by_role("link", name="Open in Syncline"),
        opened.locator("summary"),
    ]
    for stop in stops:
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()


def test_aspects_that_the_ad_is_silent_about_are_named(opened: Locator) -> None:
    expect(opened.locator("section.unsaid li")).to_contain_text(["Response times", "Hiring"])


def test_panel_says_which_way_the_page_was_read(opened: Locator) -> None:
    expect(opened.locator("footer")).to_contain_text("Read from the page's main text")


def test_questions_are_copied_with_one_press(opened: Locator, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.get_by_role("button", name="Copy the questions").click()
    expect(opened.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    shown = opened.locator("section.questions li").all_inner_texts()
    assert [question for question in shown if f"- {question}\n" not in copied] == []


def test_click_elsewhere_closes(opened: Locator, page: Page) -> None:
    page.locator("#elsewhere").click(position={"x": 5, "y": 5})
    expect(opened).to_be_hidden()


def test_second_click_on_the_pill_closes(opened: Locator, pill: Locator) -> None:
    pill.click()
    expect(opened).to_be_hidden()


def test_close_button_closes(opened: Locator, pill: Locator) -> None:
    opened.get_by_role("button", name="Close").click()
    expect(opened).to_be_hidden()
    expect(pill).to_be_focused()


MARKED = """() => [...(CSS.highlights.get("syncline-quote") ?? [])]
  .map(range => range.toString().replace(/\\s+/g, " ").trim())"""


def test_click_on_a_quote_marks_it_in_the_page(opened: Locator, page: Page) -> None:
    quote = opened.get_by_role("button", name="Decisions are made")
    text = quote.inner_text()
    quote.click()
    expect(opened).to_be_hidden()
    assert page.evaluate(MARKED) == [text]


def test_mark_is_seen_on_a_page_that_forbids_styles(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    page.goto(board.publish(f"{LEVER}?strict", pages / "async_first.html", "style-src 'none'"))
    pill.click()
    panel.get_by_role("button", name="Decisions are made").click()
    expect(panel).to_be_hidden()
    colour = "getComputedStyle(document.body, '::highlight(syncline-quote)').backgroundColor"
    assert page.evaluate(colour) == "rgb(255, 224, 138)"


def test_quote_that_spans_elements_is_marked_whole(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    split = html.replace("short RFCs that", "short <b>RF</b>Cs <i>that\n  </i>")
    assert split != html
    page.goto(board.publish(LEVER, split))
    expect(pill).to_contain_text("Async-first")
    pill.click()
    panel.get_by_role("button", name="Decisions are made").click()
    expect(panel).to_be_hidden()
    (marked,) = page.evaluate(MARKED)
    assert marked == "Decisions are made in short RFCs that stay open for three days."


def test_quote_of_several_items_of_a_list_is_marked_whole(
    page: Page, pill: Locator, panel: Locator, board: JobBoard, service: Service, pages: Path
) -> None:
    html = (pages / "async_first.html").read_text(encoding="utf-8")
    rounds = ["Call with a founder", "Technical interview with two bakers", "Final interview"]
    items = "".join(f"<li>{one}</li>" for one in rounds)
    page.goto(
        board.publish(
            LEVER, html.replace("</main>", f"<h2>Our interview process</h2><ul>{items}</ul></main>")
        )
    )
    pill.click()
    panel.get_by_role("button", name="two bakers").click()
    expect(panel).to_be_hidden()
    (marked,) = page.evaluate(MARKED)
    assert marked == "".join(rounds)


def test_scrolling_to_a_quote_leaves_it_in_view(opened: Locator, page: Page) -> None:
    page.evaluate("document.querySelector('main').style.paddingBottom = '3000px'")
    page.evaluate("document.querySelector('ul').style.marginTop = '2500px'")
    opened.get_by_role("button", name="on-call").click()
    expect(page.locator("li", has_text="Join the on-call rotation").first).to_be_in_viewport()
