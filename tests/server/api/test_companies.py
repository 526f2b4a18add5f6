"""Companies behind postings, and the look for their handbooks, against a real site on loopback."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient

from scraper import HandbookFinding, HandbookHost, Outcome
from server.companies.checking import Checker, CheckState
from server.errors import ServiceBusy
from server.settings import Settings
from server.store import Store, keep_finding
from tests.scraper.handbook.texts import HANDBOOK, HOME
from tests.scraper.web_site import Site, serving

TEXT = "Map Engineer\n\nWe seek an engineer for our team. Apply now by mail to jobs@acme.com."

PAGE = (
    '<script type="application/ld+json">{"@type": "JobPosting", "title": "Cook", '
    f'"description": "{"We seek a cook for our team. " * 5}", '
    '"hiringOrganization": {"name": "Acmé", "sameAs": "https://acme.com"}}</script>'
)
FOUND = HandbookFinding(
    company="acme.com",
    domain="acme.com",
    outcome=Outcome.PUBLIC,
    url="https://acme.com/handbook",
    host=HandbookHost.OWN_SITE,
    evidence="We write things down.",
    why="It calls itself a handbook.",
    looked_at=(),
    checked_at=datetime(2026, 1, 1, tzinfo=UTC),
)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.put("/", HOME)
        yield site


def submit(client: FlaskClient, text: str = TEXT) -> dict[str, Any]:
    found = client.post("/api/v1/analyses", json={"text": text}).json
    assert found
    return found


def events(client: FlaskClient, domain: str) -> list[tuple[str, dict[str, Any]]]:
    """Follow a check to its end."""
    with client.get(f"/api/v1/companies/{domain}/check/events") as answer:
        assert answer.mimetype == "text/event-stream"
        blocks = [block for block in answer.text.split("\n\n") if block.startswith("event: ")]
    lines = [block.removeprefix("event: ").split("\ndata: ") for block in blocks]
    return [(name, json.loads(data)) for name, data in lines]


def check(client: FlaskClient, domain: str, **asked: bool) -> dict[str, Any]:
    answer = client.post(f"/api/v1/companies/{domain}/check", json=asked)
    assert answer.status_code == 202
    assert answer.json
    return dict(answer.json)


def test_company_of_a_posting_is_known(client: FlaskClient) -> None:
    assert submit(client)["company_domain"] == "acme.com"
    company = client.get("/api/v1/companies/ACME.com").json
    assert company == {
        "domain": "acme.com", "name": None, "postings": 1, "finding": None, "trusted_until": None,
    }  # fmt: skip
    assert client.get("/api/v1/companies").json == {"items": [company], "next": None}


def test_list_of_companies_goes_on_where_it_ended(client: FlaskClient) -> None:
    for name in ("a", "b", "c"):
        submit(client, TEXT.replace("acme.com", f"{name}-corp.com"))
    first = client.get("/api/v1/companies?limit=2").json
    assert first
    second = client.get(f"/api/v1/companies?limit=2&after={first['next']}").json
    assert second
    domains = [one["domain"] for one in first["items"] + second["items"]]
    assert domains == ["a-corp.com", "b-corp.com", "c-corp.com"]
    assert second["next"] is None


def test_check_tells_its_progress_and_ends_with_the_finding(
    client: FlaskClient, site: Site
) -> None:
    site.put("/handbook", HANDBOOK)
    asked = check(client, site.address)
    assert (asked["domain"], asked["state"] in ("waiting", "running")) == (site.address, True)
    told = events(client, site.address)
    assert [name for name, _ in told[-2:]] == ["progress", "finding"]
    assert told[-1][1]["outcome"] == "public"
    assert told[-2][1]["url"]


def test_finding_is_kept_and_trusted_for_a_while(client: FlaskClient, site: Site) -> None:
    check(client, site.address)
    events(client, site.address)
    visits = len(site.asked)
    assert check(client, site.address)["state"] == "done"
    assert len(site.asked) == visits
    company = client.get(f"/api/v1/companies/{site.address}").json
    assert company
    assert company["finding"]["outcome"] == "none_found"
    assert company["trusted_until"] > company["finding"]["checked_at"]


def test_trusted_finding_is_looked_at_again_when_asked(client: FlaskClient, site: Site) -> None:
    check(client, site.address)
    events(client, site.address)
    site.put("/handbook", HANDBOOK)
    check(client, site.address, again=True)
    assert events(client, site.address)[-1][1]["outcome"] == "public"


def test_finding_stands_in_the_analyses_of_the_company(client: FlaskClient, store: Store) -> None:
    analysis = submit(client)
    assert analysis["handbook"] is None
    keep_finding(store, "acme.com", FOUND)
    stored = client.get(f"/api/v1/analyses/{analysis['id']}").json
    assert stored
    assert (stored["handbook"]["outcome"], stored["handbook"]["url"]) == ("public", FOUND.url)


def test_card_shows_the_handbook_of_a_company_known_by_name(
    client: FlaskClient, store: Store
) -> None:
    client.post("/api/v1/analyses", json={"html": PAGE})
    keep_finding(store, "acme.com", FOUND)
    card = {"title": "Cook", "company": "ACME", "text": "Async-first team."}
    unknown = {**card, "company": "Ajax"}
    answer = client.post("/api/v1/analyses/batch", json={"cards": [card, unknown]}).json
    assert answer
    marks = [verdict["handbook"] for verdict in answer["verdicts"]]
    assert marks == [{"outcome": "public", "url": FOUND.url}, None]


def test_deleted_finding_is_forgotten(client: FlaskClient, site: Site) -> None:
    check(client, site.address)
    events(client, site.address)
    assert client.delete(f"/api/v1/companies/{site.address}").status_code == 204
    assert client.get(f"/api/v1/companies/{site.address}").status_code == 404


def test_company_goes_with_its_last_posting(client: FlaskClient) -> None:
    analysis = submit(client)
    client.delete(f"/api/v1/analyses/{analysis['id']}")
    assert client.get("/api/v1/companies/acme.com").status_code == 404


def test_service_looks_by_itself_only_where_the_seeker_wants_it(
    client: FlaskClient, store: Store
) -> None:
    submit(client)
    assert client.get("/api/v1/companies/acme.com/check/events").status_code == 404
    client.put("/api/v1/preferences", json={"check_companies": True})
    submit(client, TEXT.replace("acme.com", "acme.invalid"))
    assert events(client, "acme.invalid")[-1][1]["outcome"] == "unreachable"


@pytest.mark.parametrize("domain", ["Acme", "a b.com", "x" * 300 + ".com", "%00", "..%2F..%2Fetc"])
def test_what_is_no_domain_is_refused(client: FlaskClient, domain: str) -> None:
    assert client.post(f"/api/v1/companies/{domain}/check", json={}).status_code in (404, 422)
    assert client.get(f"/api/v1/companies/{domain}").status_code in (404, 422)


def test_closing_ends_a_running_check(store: Store, site: Site) -> None:
    site.put("/", HOME, hangs=True)
    checker = Checker(store, allow_private=True)
    one = checker.ask(site.address)
    for event in one.follow(patience=5):
        if event and event.data.get("url"):
            break
    checker.close()
    assert one.state is CheckState.FAILED


def test_service_that_closes_looks_at_no_more_companies(store: Store) -> None:
    checker = Checker(store, allow_private=True)
    checker.close()
    with pytest.raises(ServiceBusy, match="service is closing"):
        checker.ask("acme.com")
