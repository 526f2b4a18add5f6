"""Odd pages and odd services: the page stays whole, the badge says what is known, all is quiet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import Browser
from tests.e2e.stage.odd_service import ANSWERS, odd_service, silent_service
from tests.e2e.stage.service import Service

AD = """<h2>About the job</h2><p>We are an async-first team. Decisions are made in short RFCs. There
  are no daily standups. Join the on-call rotation.</p><h2>Requirements</h2><p>Send a CV.</p>"""

PAGES = {
    "a title that turns the direction round": f"<h1>Engineer \u202egnissim si siht</h1>{AD}",
    "a description that turns it round": f"<h1>Engineer</h1>{AD}".replace(
        "team", "\u202eteam\u2066"
    ),
    "a megabyte on one line": f"<h1>Engineer</h1>{AD}<p>{'tiles and harbours ' * 55_000}</p>",
    "a title of a megabyte": f"<h1>Engineer {'tiles ' * 170_000}</h1>{AD}",
    "thousands of nested elements": f"<h1>Engineer</h1>{'<div>' * 5_000}{AD}{'</div>' * 5_000}",
    "elements nested by a script": f"""<h1>Engineer</h1><div class="description">{AD}</div><script>
      for (let i = 0; i < 1000; i++) {{ const around = document.createElement("div");
        around.append(document.querySelector(".description, .around"));
        around.className = "around"; document.body.append(around); }}</script>""",
    "a title that is markup": f"""<h1>&lt;img src=x onerror="ran = 1"&gt;</h1>{AD}""",
}

Open = Callable[[str], None]

PATIENCE_SECONDS = 20


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """All that the page, or the extension's part of it, said on the console, and every error."""
    told: list[str] = []
    devtools = page.context.new_cdp_session(page)
    devtools.on("Runtime.consoleAPICalled", lambda event: told.append(str(event["args"])))
    devtools.on("Runtime.exceptionThrown", lambda event: told.append(str(event)))
    devtools.on("Log.entryAdded", lambda event: told.append(event["entry"]["text"]))
    devtools.send("Runtime.enable")
    devtools.send("Log.enable")
    yield told
    devtools.detach()


@pytest.fixture
def open_page(page: Page, board: JobBoard) -> Open:
    def open_page(body: str) -> None:
        html = (
            f"<!doctype html><title>Engineer</title><link rel=icon href=data:,><main>{body}</main>"
        )
        page.goto(board.publish("https://trap.breezy.hr/p/odd", html))

    return open_page


@pytest.mark.parametrize("name", PAGES)
def test_odd_page_gets_its_badge_and_stays_whole(
    name: str,
    open_page: Open,
    page: Page,
    badge: Locator,
    complaints: list[str],
    service: Service,
) -> None:
    open_page(PAGES[name])
    expect(badge).to_have_attribute("data-state", re.compile("ready|not_a_posting"))
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("window.ran ?? document.querySelectorAll('syncline-badge').length") == 1
    assert complaints == []


def test_form_whose_fields_are_named_like_properties_misleads_nobody(
    open_page: Open, page: Page, complaints: list[str], service: Service
) -> None:
    fields = "".join(
        f'<input name="{name}" />' for name in ("parentElement", "cloneNode", "append")
    )
    open_page(f'<form>{fields}<h1>Engineer</h1><div class="description">{AD}</div></form>')
    page.wait_for_function(
        "document.querySelector('syncline-badge')?.dataset.position === 'async_first'"
    )
    assert complaints == []


def test_direction_marks_of_the_ad_turn_nothing_of_the_panels_own(
    open_page: Open, pill: Locator, panel: Locator, service: Service
) -> None:
    open_page(PAGES["a description that turns it round"])
    pill.click()
    quote = panel.locator("blockquote", has_text="async-first")
    expect(quote).to_have_css("unicode-bidi", "isolate")
    expect(panel.locator("h2")).to_have_css("direction", "ltr")


@pytest.mark.parametrize("name", ANSWERS)
def test_odd_answer_is_told_as_one(
    name: str,
    open_page: Open,
    badge: Locator,
    pill: Locator,
    panel: Locator,
    browser: Browser,
    complaints: list[str],
) -> None:
    with odd_service(name) as address:
        browser.use_service(address)
        open_page(f"<h1>Engineer</h1>{AD}")
        expect(badge).to_have_attribute("data-state", "error")
        pill.click()
        expect(panel.get_by_role("button", name="Try again")).to_be_visible()
    assert complaints == []


def test_missing_service_is_told_without_a_word_on_the_console(
    open_page: Open, badge: Locator, browser: Browser, complaints: list[str]
) -> None:
    browser.use_service("http://127.0.0.1:9")
    open_page(f"<h1>Engineer</h1>{AD}")
    expect(badge).to_have_attribute("data-state", "offline")
    assert complaints == []


@pytest.mark.parametrize("name", ANSWERS)
def test_cards_stay_as_they_are_whatever_is_answered_about_them(
    name: str, page: Page, board: JobBoard, browser: Browser, complaints: list[str], pages: Path
) -> None:
    html = (pages / "endless_list.html").read_text(encoding="utf-8")
    quiet = html.replace("</title>", "</title><link rel=icon href=data:,>")
    asked = Event()
    with odd_service(name, asked) as address:
        browser.use_service(address)
        page.goto(board.publish("https://weworkremotely.com/remote-jobs/search?term=odd", quiet))
        before = page.evaluate("append(20); document.querySelector('ul').outerHTML")
        assert asked.wait(PATIENCE_SECONDS)
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")
        assert page.evaluate("document.querySelector('ul').outerHTML") == before
    assert complaints == []


def test_slow_service_leaves_the_badge_reading_and_the_page_alone(
    open_page: Open, page: Page, badge: Locator, browser: Browser, complaints: list[str]
) -> None:
    with silent_service() as address:
        browser.use_service(address)
        open_page(f"<h1>Engineer</h1>{AD}")
        expect(badge).to_have_attribute("data-state", "loading")
        assert page.evaluate("document.querySelector('h1').innerText") == "Engineer"
    assert complaints == []


def test_worker_that_the_browser_ended_answers_the_next_page(
    open_page: Open, page: Page, badge: Locator, browser: Browser, service: Service, pages: Path
) -> None:
    open_page(f"<h1>Engineer</h1>{AD}")
    expect(badge).to_have_attribute("data-position", "async_first")
    devtools = browser.context.browser or pytest.fail("no browser")
    session = devtools.new_browser_cdp_session()
    targets = session.send("Target.getTargets")["targetInfos"]
    (worker,) = [target for target in targets if target["type"] == "service_worker"]
    session.send("Target.closeTarget", {"targetId": worker["targetId"]})
    page.reload()
    expect(badge).to_have_attribute("data-position", "async_first")
