"""`/metrics`: what Prometheus reads, with nothing of what postings say, and behind the door."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from server.app import create_app
from server.pairing import make_code
from server.settings import Settings
from server.store import Store
from tests.server.conftest import AD
from tests.server.security.conftest import CHROME, IMAGE, bearer, pair


def samples(client: FlaskClient) -> dict[tuple[str, ...], float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.text)
    return {
        (one.name, *(f"{name}={value}" for name, value in sorted(one.labels.items()))): one.value
        for family in families
        for one in family.samples
    }


def test_answers_are_counted_by_route_and_status(client: FlaskClient) -> None:
    for name in ("one", "two"):
        client.get(f"/api/v1/analyses/{name}")
    counted = samples(client)
    route = "route=/api/v1/analyses/<analysis_id>"
    assert counted["syncline_requests_total", "method=GET", route, "status=404"] == 2
    assert counted["syncline_request_seconds_count", route] == 2


def test_what_is_stored_is_counted(client: FlaskClient) -> None:
    client.post("/api/v1/analyses", json={"text": AD})
    assert samples(client)["syncline_stored_analyses",] == 1
    assert samples(client)["syncline_paired_browsers",] == 0


def test_process_is_measured(client: FlaskClient) -> None:
    assert samples(client)["process_resident_memory_bytes",] > 0


def test_strange_methods_and_paths_add_no_labels(client: FlaskClient) -> None:
    for number in range(10):
        client.open(f"/nothing/{number}", method=f"ODD{number}")
    counted = [key for key in samples(client) if key[0] == "syncline_requests_total"]
    assert len(counted) == 1


def test_metrics_hold_nothing_of_what_postings_say(client: FlaskClient) -> None:
    client.post("/api/v1/analyses", json={"text": AD, "url": "https://jobs.example/7"})
    client.get("/api/v1/analyses?q=standup")
    text = client.get("/metrics").text
    assert "standup" not in text
    assert "jobs.example" not in text


@pytest.mark.parametrize("headers", [IMAGE, {"Origin": "https://evil.example"}, {"Origin": CHROME}])
def test_other_sites_and_unpaired_extensions_get_none(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    assert client.get("/metrics", headers=headers).status_code in (401, 403)


def test_guarded_service_wants_a_token(tmp_path: Path, store: Store) -> None:
    guarded: Flask = create_app(Settings(data=tmp_path, password="a long enough one"), store)
    client = guarded.test_client()
    assert client.get("/metrics").status_code == 303  # to the page that asks for the password
    token = pair(client, make_code(store), origin=None, name="Prometheus")
    assert client.get("/metrics", headers=bearer(token, origin=None)).status_code == 200
