"""Submitting, reading, listing and deleting over HTTP."""

import pytest
from flask.testing import FlaskClient

from tests.server.conftest import AD, ASYNC_AD

PAGE = (
    "<html><head><title>Map Engineer | Tern Maps</title></head><body><h1>Map Engineer</h1>"
    f"<p>{AD}</p><p>Apply with experience; the salary is fair.</p></body></html>"
)


def test_text_is_analysed_and_stored(client: FlaskClient) -> None:
    answer = client.post("/api/v1/analyses", json={"text": AD, "url": "https://a.example/1"})
    assert answer.status_code == 201
    assert answer.json
    assert answer.json["posting"]["url"] == "https://a.example/1"
    assert answer.json["report"]["position"] == "fully_sync"
    again = client.get(f"/api/v1/analyses/{answer.json['id']}")
    assert again.json == answer.json


def test_html_is_read_as_a_page(client: FlaskClient) -> None:
    answer = client.post("/api/v1/analyses", json={"html": PAGE})
    assert answer.json
    assert answer.json["posting"]["title"] == "Map Engineer"
    assert answer.json["posting"]["company"] == "Tern Maps"


def test_quotes_are_exact(client: FlaskClient) -> None:
    answer = client.post("/api/v1/analyses", json={"text": "Köchin 😀 gesucht\n\n" + ASYNC_AD})
    assert answer.json
    text = answer.json["posting"]["text"]
    signals = answer.json["report"]["signals"]
    assert signals
    for signal in signals:
        evidence = signal["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_known_posting_answers_200_with_the_same_id(client: FlaskClient) -> None:
    first = client.post("/api/v1/analyses", json={"text": AD})
    second = client.post("/api/v1/analyses", json={"text": AD})
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json
    assert second.json
    assert first.json["id"] == second.json["id"]


def test_list_shows_summaries(client: FlaskClient) -> None:
    client.post("/api/v1/analyses", json={"text": AD})
    answer = client.get("/api/v1/analyses")
    assert answer.json
    (summary,) = answer.json["items"]
    assert (summary["title"], summary["label"]) == ("Map Engineer", "Fully sync")
    assert answer.json["next"] is None


def test_list_goes_on_where_it_ended(client: FlaskClient) -> None:
    for text in (AD, ASYNC_AD):
        client.post("/api/v1/analyses", json={"text": text})
    first = client.get("/api/v1/analyses?limit=1").json
    assert first
    second = client.get(f"/api/v1/analyses?limit=1&cursor={first['next']}").json
    assert second
    assert {first["items"][0]["title"], second["items"][0]["title"]} == {
        "Map Engineer", "Chart Editor",
    }  # fmt: skip


def test_deleted_analysis_is_gone(client: FlaskClient) -> None:
    stored = client.post("/api/v1/analyses", json={"text": AD}).json
    assert stored
    assert client.delete(f"/api/v1/analyses/{stored['id']}").status_code == 204
    assert client.get(f"/api/v1/analyses/{stored['id']}").status_code == 404


@pytest.mark.parametrize("path", ["/health", "/api/v1/health"])
def test_health_says_ok(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.json
    assert answer.json["status"] == "ok"
    assert answer.json["version"]


def test_rules_are_served_with_their_examples(client: FlaskClient) -> None:
    answer = client.get("/api/v1/rules")
    assert answer.json
    assert all(len(rule["matches"]) >= 3 for rule in answer.json["rules"])


def test_openapi_document_names_every_path(client: FlaskClient) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert answer.json
    assert {"/api/v1/analyses", "/api/v1/analyses/{analysis_id}", "/api/v1/health"} <= set(
        answer.json["paths"]
    )
