"""Logs: one event a line, as JSON where no person looks on, and nothing of what postings say."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server import logs
from tests.server.conftest import AD


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root, ours = logging.getLogger(), logging.getLogger("syncline")
    before = root.handlers[:], root.level, ours.level
    stream = io.StringIO()
    logs.configure("info", stream)
    yield stream
    root.handlers[:], root.level, ours.level = before


def events(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_request_is_a_line_of_json(client: FlaskClient, log: io.StringIO) -> None:
    client.get("/api/v1/analyses/nothing?q=secret")
    (event,) = events(log)
    assert event["message"] == "GET /api/v1/analyses/<analysis_id>"
    assert (event["level"], event["logger"], event["status"]) == ("info", "syncline", 404)
    assert isinstance(event["ms"], float)
    assert str(event["time"]).endswith("+00:00")


def test_log_holds_nothing_of_what_postings_say(client: FlaskClient, log: io.StringIO) -> None:
    answer = client.post("/api/v1/analyses", json={"text": AD, "url": "https://jobs.example/7"})
    assert answer.status_code == 201
    client.get("/api/v1/analyses?q=standup")
    client.get("/nothing/standup")
    assert len(events(log)) == 3
    for word in ("standup", "engineer", "jobs.example"):
        assert word not in log.getvalue()


def test_fault_is_logged_with_its_place_but_not_with_what_it_quotes(
    app: Flask, log: io.StringIO
) -> None:
    def fail() -> str:
        raise ValueError(f"cannot read {AD}")

    app.add_url_rule("/api/v1/fails", view_func=fail)
    assert app.test_client().get("/api/v1/fails").status_code == 500
    fault, _request = events(log)
    assert fault["level"] == "error"
    kind, *places = fault["fault"]  # type: ignore[misc]  # a list in this event
    assert kind == "ValueError"
    assert places[-1].endswith("in fail")
    assert "standup" not in log.getvalue()


def test_health_is_asked_for_too_often_to_be_logged(client: FlaskClient, log: io.StringIO) -> None:
    client.get("/api/v1/health")
    client.get("/static/syncline.css").close()
    assert events(log) == []


def test_terminal_gets_a_line_that_a_person_reads(app: Flask) -> None:
    record = logging.makeLogRecord(
        {
            "msg": "GET /rules",
            "levelno": logging.INFO,
            "levelname": "INFO",
            "event": {"status": 200},
        }
    )
    assert logs.Lines().format(record).endswith("  GET /rules  status 200")
