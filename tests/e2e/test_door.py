"""Other sites and other extensions in the same browser try to get in, and stay outside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Error, Page, Playwright, Worker, expect

from tests.e2e.stage.attacks import AD, ATTACKS, NOTHING_LEARNT
from tests.e2e.stage.board import JobBoard, blank_site
from tests.e2e.stage.browser import OTHER_EXTENSION, Browser, browser_with_extension, worker_of
from tests.e2e.stage.gate import Gate, gate_before
from tests.e2e.stage.service import Service

EVIL = "evil.example"
REBOUND = "rebound.example"


@pytest.fixture(scope="module")
def evil_port() -> Iterator[int]:
    with blank_site() as port:
        yield port


@pytest.fixture(scope="module")
def gate(shared_service: Service) -> Iterator[Gate]:
    with gate_before(shared_service.port) as gate:
        yield gate


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright,
    board: JobBoard,
    shared_service: Service,
    gate: Gate,
    evil_port: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    """A paired browser that also holds another extension and finds an evil site."""
    names = {EVIL: f"127.0.0.1:{evil_port}", REBOUND: gate.address.removeprefix("http://")}
    profile = tmp_path_factory.mktemp("profile")
    with browser_with_extension(
        playwright, profile, board.port, others=[OTHER_EXTENSION], names=names
    ) as browser:
        browser.pair(shared_service.address)
        yield browser


@pytest.fixture
def other(browser: Browser) -> Worker:
    """The background part of another extension."""
    return worker_of(browser.context, "/other_worker.js")


def stored(service: Service) -> list[Any]:
    with urlopen(f"{service.address}/api/v1/analyses", timeout=10) as answer:
        return list(json.load(answer)["items"])


def attack(page: Page, gate: Gate, name: str) -> tuple[str, list[int]]:
    """Run an attack; returns what its page learnt, and the statuses of what came to the service."""
    before = len(gate.answered)
    learnt = str(page.evaluate(ATTACKS[name], gate.address))
    gate.wait_for_answers(before + 1)
    return learnt, [status for _, _, status in gate.answered[before:]]


@pytest.mark.parametrize("name", ATTACKS)
def test_another_site_learns_and_changes_nothing(
    name: str, page: Page, gate: Gate, service: Service
) -> None:
    before = stored(service)
    page.goto(f"http://{EVIL}/")
    learnt, statuses = attack(page, gate, name)
    assert learnt in NOTHING_LEARNT
    assert set(statuses) == {403}
    assert stored(service) == before


@pytest.mark.parametrize("name", ["read by script", "post blindly", "image", "form"])
def test_another_port_of_this_machine_is_another_site(
    name: str, page: Page, gate: Gate, service: Service, evil_port: int
) -> None:
    before = stored(service)
    page.goto(f"http://127.0.0.1:{evil_port}/")
    learnt, statuses = attack(page, gate, name)
    assert learnt in NOTHING_LEARNT
    assert set(statuses) == {403}
    assert stored(service) == before


def test_link_of_another_site_opens_connect_without_a_code(page: Page, gate: Gate) -> None:
    page.goto(f"http://{EVIL}/")
    with page.context.expect_page() as opened:
        page.evaluate("url => { window.opened = window.open(url + '/connect'); }", gate.address)
    expect(opened.value.get_by_role("link", name="Show a code")).to_be_visible()
    expect(opened.value.locator("meta[name=syncline-pairing-code]")).to_have_count(0)
    assert page.evaluate("window.opened.closed")  # the opener holds nothing of it
    opened.value.close()


def test_name_rebound_to_this_machine_is_not_answered(page: Page, gate: Gate) -> None:
    page.goto(f"http://{REBOUND}/api/v1/analyses")
    assert ("GET", "/api/v1/analyses", 421) in gate.answered  # a favicon may be asked for behind it
    learnt = page.evaluate(
        "fetch('/api/v1/analyses').then(async (r) => [r.status, await r.text()])"
    )
    assert learnt[0] == 421
    assert "items" not in learnt[1]


ASK = """async ([url, init]) => {
  const answer = await fetch(url, init);
  return [answer.status, (await answer.json().catch(() => ({}))).kind ?? ""];
}"""


def asked_by(other: Worker, url: str, **init: Any) -> list[Any]:
    """What another extension is answered."""
    return list(other.evaluate(ASK, [url, init]))


@pytest.mark.parametrize("path", ["/api/v1/analyses", "/connect", "/", "/api/v1/profile"])
def test_another_extension_reads_nothing(other: Worker, service: Service, path: str) -> None:
    assert asked_by(other, service.address + path)[0] == 401


def test_another_extension_stores_nothing(other: Worker, service: Service) -> None:
    before = stored(service)
    json_ = {"Content-Type": "application/json"}
    url = f"{service.address}/api/v1/analyses"
    assert asked_by(other, url, method="POST", body=AD, headers=json_) == [401, "not_paired"]
    assert stored(service) == before


def test_another_extension_with_a_guessed_code_is_refused(other: Worker, service: Service) -> None:
    json_ = {"Content-Type": "application/json"}
    url = f"{service.address}/api/v1/pair"
    answer = asked_by(other, url, method="POST", body='{"code": "AAAA-AAAA"}', headers=json_)
    assert answer == [403, "pairing_code"]


def test_another_extension_that_saw_the_code_comes_too_late(
    other: Worker, service: Service
) -> None:
    with urlopen(f"{service.address}/connect", timeout=10) as shown:
        code = re.search(r'syncline-pairing-code" content="([^"]+)"', shown.read().decode())
    assert code
    json_ = {"Content-Type": "application/json"}
    url, body = f"{service.address}/api/v1/pair", json.dumps({"code": code[1]})
    with urlopen(Request(url, body.encode(), json_), timeout=10) as taken:
        assert taken.status == 201
    assert asked_by(other, url, method="POST", body=body, headers=json_) == [403, "pairing_code"]


def test_stolen_token_is_of_no_use_to_post_with(
    other: Worker, browser: Browser, service: Service
) -> None:
    token = browser.token_of(service.address)
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    url = f"{service.address}/api/v1/analyses"
    assert asked_by(other, url, method="POST", body=AD, headers=headers) == [401, "not_paired"]


def test_another_extension_cannot_order_ours_about(other: Worker, browser: Browser) -> None:
    ours = browser.options_url.split("/")[2]
    with pytest.raises(Error, match="Could not establish connection"):
        other.evaluate(
            "id => chrome.runtime.sendMessage(id, {type: 'pair', code: 'AAAA-AAAA'})", ours
        )
