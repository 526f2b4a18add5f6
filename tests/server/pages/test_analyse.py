"""An address that is slow gets a page of its own to wait on; what is no ad is told by its kind."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.pages.refusals import refusal_of
from server.settings import Settings
from server.state import close
from signals import NotAPosting
from signals.errors import PageKind
from tests.scraper.web_site import Site, serving
from tests.server.pages.browsing import page, press, text_of, token, visit

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "tern-maps.html"
LOGIN = "<title>Sign in</title><h1>Sign in</h1><p>Log in to continue</p><input type=password>"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.put("/job", EXAMPLE.read_bytes())
        site.put("/slow", EXAMPLE.read_bytes(), hangs=True)
        site.put("/login", LOGIN)
        site.put("/login-slow", LOGIN, hangs=True)
        yield site


def asked_for(client: FlaskClient, site: Site, path: str) -> str:
    """Give a slow address, and return where the page to wait on is."""
    form = {"csrf": token(client), "url": site.url(path)}
    return client.post("/", data=form).headers["Location"]


def waited_for(client: FlaskClient, site: Site, path: str) -> str:
    """Give a slow address, let it answer, and return where the page to wait on was."""
    place = asked_for(client, site, path)
    shown = visit(client, place)
    assert site.url(path) in text_of(shown, ".address")
    assert shown.select_one("progress")
    site.closing.set()
    with client.get(f"{place}/events") as events:
        assert "event: ended" in events.text
    return place


def test_address_that_answers_soon_leads_to_its_report(client: FlaskClient, site: Site) -> None:
    shown = press(client, visit(client, "/"), "form.ask", url=site.url("/job"))
    assert text_of(shown, "h1") == "Senior Map Engineer"


def test_slow_address_is_waited_for_and_leads_to_its_report(
    client: FlaskClient, site: Site
) -> None:
    place = waited_for(client, site, "/slow")
    shown = page(client.get(place, follow_redirects=True).text)
    assert text_of(shown, "h1") == "Senior Map Engineer"


def test_what_a_slow_address_lacks_is_said_beside_the_form(client: FlaskClient, site: Site) -> None:
    answer = client.get(waited_for(client, site, "/login-slow"))
    assert answer.status_code == 422
    assert "login wall" in text_of(page(answer.text), "[role=alert]")
    address = page(answer.text).select_one("#url")
    assert address
    assert address["value"] == site.url("/login-slow")


def test_nobody_waits_once_the_service_closes(app: Flask, client: FlaskClient, site: Site) -> None:
    place = asked_for(client, site, "/slow")
    close(app)
    assert "the service is closing" in client.get(place).text.lower()


def test_reading_that_is_unknown_is_said(client: FlaskClient) -> None:
    answer = client.get("/reading/none", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "Ask for the address again" in text_of(page(answer.text), "main")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "Nothing was given. Paste the ad's text or give its address."),
        ("tern maps", "The address is not that of a web page. Give one that begins with"),
        ("https://[tern", "The address is not that of a web page. Give one that begins with"),
        (
            "https://me:word@tern.example",
            "This address holds a user name or password. Leave it out.",
        ),
        (f"https://tern.example/{'a' * 4000}", "The address is longer than 4,000 characters."),
    ],
)
def test_what_cannot_be_analysed_is_told_in_the_words_of_the_form(
    client: FlaskClient, url: str, said: str
) -> None:
    shown = press(client, visit(client, "/"), "form.ask", url=url)
    assert text_of(shown, "form.ask [role=alert]").startswith(said)


def test_login_wall_is_told_with_what_to_do(client: FlaskClient, site: Site) -> None:
    shown = press(client, visit(client, "/"), "form.ask", url=site.url("/login"))
    said = text_of(shown, "[role=alert]")
    assert said.startswith("This is a login wall, not a job ad. Only who is signed in")
    assert said.endswith(site.url("/login"))


@pytest.mark.parametrize("kind", PageKind)
def test_every_kind_of_page_that_is_no_posting_has_its_advice(kind: PageKind) -> None:
    refusal = refusal_of(NotAPosting(kind, "this is no ad"))
    assert refusal.what == "This is no ad."
    assert refusal.todo
