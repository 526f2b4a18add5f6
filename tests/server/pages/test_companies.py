"""Companies on pages: found through postings, looked at by a button, all without scripts."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from server.settings import Settings
from server.wording import ASPECTS
from tests.scraper.handbook.texts import HANDBOOK, HOME
from tests.scraper.web_site import Site, serving
from tests.server.pages.browsing import press, text_of, visit

AD = "Map Engineer\n\nWe seek an engineer for our team. Apply by mail to jobs@acme.com."


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.put("/", HOME)
        site.put("/handbook", HANDBOOK)
        yield site


def test_company_is_listed_with_its_postings(client: FlaskClient) -> None:
    press(client, visit(client, "/"), "form.ask", text=AD)
    assert (
        text_of(visit(client, "/companies"), ".analyses li") == "acme.com 1 posting Not looked at"
    )
    assert text_of(visit(client, "/companies/acme.com"), ".analyses strong") == "Map Engineer"


def test_handbook_is_looked_for_by_a_button(client: FlaskClient, site: Site) -> None:
    shown = press(client, visit(client, "/companies"), "form.line", domain=site.address)
    assert text_of(shown, "[role=status]") == "Looking …"
    with client.get(f"/api/v1/companies/{site.address}/check/events") as events:
        assert "finding" in events.text
    shown = visit(client, f"/companies/{site.address}")
    assert text_of(shown, ".headline").startswith("Public handbook http://127.0.0.1")
    assert text_of(shown, "blockquote")
    said = [text_of(one, "q") for one in shown.select(".reason")]
    found = client.get(f"/api/v1/companies/{site.address}").json
    assert found
    assert said == [" ".join(one["quote"].split()) for one in found["finding"]["signals"]] != []
    named = [text_of(one, ".aspect") for one in shown.select(".reason")]
    assert named == [ASPECTS[one["aspect"]] for one in found["finding"]["signals"]]


def test_posting_leads_to_its_company(client: FlaskClient) -> None:
    shown = press(client, visit(client, "/"), "form.ask", text=AD)
    link = shown.select_one(".posting a.inline")
    assert link
    assert link["href"] == "/companies/acme.com"


def test_forgotten_finding_leaves_the_list(client: FlaskClient, site: Site) -> None:
    press(client, visit(client, "/companies"), "form.line", domain=site.address)
    with client.get(f"/api/v1/companies/{site.address}/check/events") as events:
        assert "finding" in events.text
    shown = press(client, visit(client, f"/companies/{site.address}"), "form[action$=forget]")
    assert text_of(shown, ".empty").startswith("None yet.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" ", "No domain was given."),
        ("Acme Widgets", "This is no domain."),
        ("acme!.com", "This has a host name that cannot be one, so it is no domain."),
    ],
)
def test_what_is_no_domain_is_said_in_the_form_and_stays_there(
    client: FlaskClient, typed: str, said: str
) -> None:
    shown = press(client, visit(client, "/companies"), "form.line", domain=typed)
    assert text_of(shown, "form.line [role=alert] strong") == said
    field = shown.select_one("#domain")
    assert field
    assert field["value"] == typed.strip()


@pytest.mark.parametrize("days", ["0", "36501", "a few", "0000000010000000", "9" * 5000])
def test_days_that_are_no_number_are_said_in_their_form_and_stay_there(
    client: FlaskClient, days: str
) -> None:
    typed = {"check_companies": "yes", "keep_days": days}
    shown = press(client, visit(client, "/profile"), "form.wishes", **typed)
    said = text_of(shown, "form.wishes [role=alert]")
    assert said.startswith("Delete postings after so many days: this is no whole number")
    assert shown.select_one(f'#keep_days[value="{days}"]')
    assert shown.select_one("#check_companies[checked]")
    assert client.get("/api/v1/preferences").json == {"check_companies": False, "keep_days": None}


def test_wishes_are_kept_by_their_form(client: FlaskClient) -> None:
    shown = visit(client, "/profile")
    shown = press(client, shown, "form.wishes", check_companies="yes", keep_days="90")
    assert client.get("/api/v1/preferences").json == {"check_companies": True, "keep_days": 90}
    assert shown.select_one("#check_companies[checked]")
