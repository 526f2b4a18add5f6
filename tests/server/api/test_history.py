"""The history over HTTP: narrowed, sorted, tagged, compressed."""

import gzip
import json

import pytest
from flask.testing import FlaskClient

from tests.server.conftest import AD, ASYNC_AD


@pytest.fixture
def filled(client: FlaskClient) -> FlaskClient:
    for text, url in ((AD, "https://a.example/1"), (ASYNC_AD, "https://b.example/2")):
        client.post("/api/v1/analyses", json={"text": text, "url": url})
    return client


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Chart Editor", "Map Engineer"]),
        ("q=engineer", ["Map Engineer"]),
        ("position=fully_sync", ["Map Engineer"]),
        ("position=fully_sync&position=async_first", ["Chart Editor", "Map Engineer"]),
        ("aspect=claim&direction=async", ["Chart Editor"]),
        ("site=a.example", ["Map Engineer"]),
        ("company=nobody", []),
        ("since=2001-01-01&until=2002-01-01", []),
        ("sort=sync", ["Map Engineer", "Chart Editor"]),
    ],
)
def test_list_is_narrowed_and_sorted(filled: FlaskClient, query: str, titles: list[str]) -> None:
    answer = filled.get(f"/api/v1/analyses?{query}").json
    assert answer
    assert [one["title"] for one in answer["items"]] == titles


@pytest.mark.parametrize(
    "query",
    ["position=sideways", "aspect=x", "since=yesterday", "sort=random", "limit=0"],
)
def test_query_that_makes_no_sense_is_refused(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/v1/analyses?{query}")
    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")


def test_unchanged_answer_is_not_sent_twice(filled: FlaskClient) -> None:
    first = filled.get("/api/v1/analyses")
    again = filled.get("/api/v1/analyses", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    filled.post("/api/v1/analyses", json={"text": AD + " More."})
    changed = filled.get("/api/v1/analyses", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_profile_is_never_cached(client: FlaskClient) -> None:
    client.put("/api/v1/profile", json={"time_zone": "Europe/Berlin"})
    answer = client.get("/api/v1/profile")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_large_answer_is_compressed_for_who_takes_it(client: FlaskClient) -> None:
    plain = client.get("/api/v1/rules")
    packed = client.get("/api/v1/rules", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(packed.data)) == plain.json
    tag = packed.headers["ETag"]
    headers = {"Accept-Encoding": "gzip", "If-None-Match": tag}
    assert client.get("/api/v1/rules", headers=headers).status_code == 304


def test_tag_of_a_compressed_answer_is_that_of_its_content(client: FlaskClient) -> None:
    """Not of the compressed bytes, in which gzip writes the second they were made in."""
    plain = client.get("/api/v1/rules")
    packed = client.get("/api/v1/rules", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["ETag"] == plain.headers["ETag"]


def test_pages_are_not_compressed(client: FlaskClient) -> None:
    answer = client.get("/rules", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
