"""What was analysed can be taken elsewhere: whole, safe to open, without the profile."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from server.store import Store, save_analysis
from signals import Posting, analyze
from tests.server.conftest import AD, ASYNC_AD


@pytest.fixture
def filled(client: FlaskClient) -> FlaskClient:
    client.put("/api/v1/profile", json={"time_zone": "Asia/Jakarta"})
    for text in (AD, ASYNC_AD):
        answer = client.post("/api/v1/analyses", json={"text": text + " Mail jobs@acme.com."}).json
        assert answer
        said = {"position": "hybrid", "note": "Not so."}
        client.post(f"/api/v1/analyses/{answer['id']}/corrections", json=said)
    return client


def test_json_holds_analyses_with_corrections_and_companies(filled: FlaskClient) -> None:
    with filled.get("/api/v1/export.json") as answer:
        assert answer.json
        analyses, companies = answer.json["analyses"], answer.json["companies"]
        assert "attachment" in answer.headers["Content-Disposition"]
    assert [one["posting"]["title"] for one in analyses] == ["Map Engineer", "Chart Editor"]
    assert analyses[0]["corrections"][0]["note"] == "Not so."
    assert [one["domain"] for one in companies] == ["acme.com"]


def test_csv_has_a_line_for_each_analysis(filled: FlaskClient) -> None:
    with filled.get("/api/v1/export.csv") as answer:
        lines = list(csv.DictReader(io.StringIO(answer.text)))
    assert [line["title"] for line in lines] == ["Map Engineer", "Chart Editor"]
    assert lines[0]["position"] == "fully_sync"
    assert (lines[0]["corrected_position"], lines[0]["notes"]) == ("hybrid", "Not so.")
    assert lines[0]["strongest_quote"] == "There is a daily standup at 9:30."


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", '=HYPERLINK("http://a.example")']
)
def test_no_cell_runs_as_a_formula(client: FlaskClient, store: Store, title: str) -> None:
    posting = Posting("We seek a cook.", title=title, company=title, location=title)
    save_analysis(store, posting, analyze(posting))
    with client.get("/api/v1/export.csv") as export:
        (line,) = csv.DictReader(io.StringIO(export.text))
    assert all(value[:1] not in tuple("=+-@\t\r") or _is_number(value) for value in line.values())


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_profile_is_in_neither(filled: FlaskClient, kind: str) -> None:
    with filled.get(f"/api/v1/export.{kind}") as answer:
        assert "Jakarta" not in answer.text


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_empty_history_is_exported_too(client: FlaskClient, kind: str) -> None:
    with client.get(f"/api/v1/export.{kind}") as answer:
        assert answer.status_code == 200


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()
