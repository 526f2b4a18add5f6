"""Every error is a problem document that says what was wrong; nothing is stored."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from server.settings import MAX_BODY_BYTES, Settings

POST: dict[str, Any] = {"path": "/api/v1/analyses", "method": "POST"}
WALL = "<html><head><title>Sign in | Jobs</title></head><body>Password</body></html>"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({**POST, "json": {}}, 422),
        ({**POST, "json": {"html": "a", "text": "b"}}, 422),
        ({**POST, "json": {"text": 7}}, 422),
        ({**POST, "json": {"what": "is this"}}, 422),
        ({**POST, "json": []}, 422),
        ({**POST, "data": "{broken", "content_type": "application/json"}, 400),
        ({**POST, "data": "text=ad", "content_type": "text/plain"}, 415),
        ({**POST, "json": {"text": "ad", "url": "javascript:alert(1)"}}, 422),
        ({**POST, "json": {"url": "http://127.0.0.1/"}}, 422),
        ({**POST, "json": {"url": "http://nowhere.invalid/"}}, 502),
        ({**POST, "data": b" " * (MAX_BODY_BYTES + 1), "content_type": "application/json"}, 413),
        ({"path": "/api/v1/analyses/nothing"}, 404),
        ({"path": "/api/v1/analyses?limit=many"}, 422),
        ({"path": "/api/v1/analyses?cursor=nonsense"}, 422),
        ({"path": "/api/v1/nothing"}, 404),
        ({"path": "/api/v1/health", "method": "POST", "json": {}}, 405),
    ],
)
def test_wrong_request_is_a_problem(
    client: FlaskClient, request_: dict[str, Any], status: int
) -> None:
    answer = client.open(**request_)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert answer.json
    assert answer.json["status"] == status
    assert answer.json["title"]
    assert answer.json["detail"]
    listed = client.get("/api/v1/analyses").json
    assert listed
    assert listed["items"] == []


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
@pytest.mark.parametrize(
    ("error", "says"),
    [
        (404, "There is nothing at this address."),
        (413, "This is longer than the service takes."),
        (429, "Asked too often. Wait a minute, then try again."),
    ],
)
def test_what_a_library_refuses_is_said_in_our_words(
    app: Flask, error: int, says: str, accept: str
) -> None:
    app.add_url_rule("/refuses", view_func=lambda: abort(error))
    answer = app.test_client().get("/refuses", headers={"Accept": accept})
    assert answer.status_code == error
    assert says in answer.text


@pytest.mark.parametrize(
    ("html", "kind", "status"),
    [
        ("", "empty", 422),
        (WALL, "login_wall", 422),
        ("<p>The tide goes out.</p>", "no_ad", 422),
        ("<p>job</p>" * 1_500_000, "too_large", 413),
    ],
)
def test_page_that_is_no_posting_says_what_it_is(
    client: FlaskClient, html: str, kind: str, status: int
) -> None:
    answer = client.post("/api/v1/analyses", json={"html": html})
    assert answer.json
    assert (answer.status_code, answer.json["kind"]) == (status, kind)
    assert answer.json["type"] == "urn:syncline:not-a-posting"


def test_locked_database_answers_503_and_recovers(
    client: FlaskClient, app: Flask, settings: Settings
) -> None:
    file = Path(settings.database_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = client.post("/api/v1/analyses", json={"text": "We seek a cook for our team."})
        assert answer.status_code == 503
        assert answer.json
        assert "locked" in answer.json["detail"]
        other.execute("ROLLBACK")
    answer = client.post("/api/v1/analyses", json={"text": "We seek a cook for our team."})
    assert answer.status_code == 201


def test_fault_inside_shows_nothing_of_the_inside(app: Flask) -> None:
    def fail() -> str:
        raise RuntimeError("the secret is 42")

    app.add_url_rule("/api/v1/fails", view_func=fail)
    answer = app.test_client().get("/api/v1/fails")
    assert answer.status_code == 500
    assert "42" not in answer.text
