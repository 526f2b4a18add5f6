"""The seeker's own word is kept beside the report and never changes it."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.server.conftest import AD

SAID = {
    "position": "hybrid",
    "rule": "meetings-daily-standup",
    "start": 54,
    "end": 86,
    "note": "The standup is written.",
}


@pytest.fixture
def analysis(client: FlaskClient) -> dict[str, Any]:
    answer = client.post("/api/v1/analyses", json={"text": AD}).json
    assert answer
    return answer


@pytest.fixture
def path(analysis: dict[str, Any]) -> str:
    return f"/api/v1/analyses/{analysis['id']}/corrections"


def test_correction_is_kept_and_listed(client: FlaskClient, path: str) -> None:
    answer = client.post(path, json=SAID)
    assert answer.status_code == 201
    assert answer.json
    assert answer.json.items() >= SAID.items()
    assert client.get(path).json == {"items": [answer.json]}


def test_report_stays_as_it_is(client: FlaskClient, analysis: dict[str, Any], path: str) -> None:
    client.post(path, json=SAID)
    assert client.get(path.removesuffix("/corrections")).json == analysis


def test_corrections_are_listed_oldest_first(client: FlaskClient, path: str) -> None:
    for note in ("first", "second"):
        client.post(path, json={"note": note})
    listed = client.get(path).json
    assert listed
    assert [one["note"] for one in listed["items"]] == ["first", "second"]


def test_forgotten_correction_is_gone(client: FlaskClient, path: str) -> None:
    kept = client.post(path, json=SAID).json
    assert kept
    assert client.delete(f"/api/v1/corrections/{kept['id']}").status_code == 204
    assert client.get(path).json == {"items": []}
    assert client.delete(f"/api/v1/corrections/{kept['id']}").status_code == 404


def test_corrections_go_with_their_analysis(client: FlaskClient, path: str) -> None:
    kept = client.post(path, json=SAID).json
    assert kept
    client.delete(path.removesuffix("/corrections"))
    assert client.get(path).status_code == 404
    assert client.delete(f"/api/v1/corrections/{kept['id']}").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"note": "  "},
        {"position": "sideways"},
        {"start": 1, "end": 2},
        {"rule": "a", "start": 1},
        {"rule": "a", "start": 5, "end": 1},
        {"rule": "a", "start": -1, "end": 1},
        {"rule": "a", "start": 0, "end": 10**12},
        {"note": "x" * 2_001},
        {"note": 7},
        {"verdict": "bad"},
    ],
)
def test_correction_that_makes_no_sense_is_refused(
    client: FlaskClient, path: str, wrong: dict[str, Any]
) -> None:
    assert client.post(path, json=wrong).status_code == 422
    assert client.get(path).json == {"items": []}


def test_correction_that_says_nothing_is_told_what_to_say(client: FlaskClient, path: str) -> None:
    answer = client.post(path, json={}).json
    assert answer
    assert answer["detail"] == "Choose what is wrong, or write a note."


def test_unknown_analysis_takes_no_corrections(client: FlaskClient) -> None:
    assert client.post("/api/v1/analyses/nothing/corrections", json=SAID).status_code == 404
    assert client.get("/api/v1/analyses/nothing/corrections").status_code == 404


def test_note_may_hold_anything(client: FlaskClient, path: str) -> None:
    note = "<script>'; DROP TABLE analyses; -- \x00 \ud800 😀"
    answer = client.post(path, json={"note": note})
    assert answer.status_code == 201
    assert answer.json
    assert answer.json["note"] == "<script>'; DROP TABLE analyses; --  \ufffd 😀"
