"""The boards' records as the API serves them."""

from __future__ import annotations

from flask.testing import FlaskClient

from server.site_documents import COPY, sites_document, written


def test_records_are_served(client: FlaskClient) -> None:
    document = client.get("/api/v1/sites").get_json()
    lever = next(site for site in document["sites"] if site["id"] == "lever")
    assert lever["hosts"] == ["jobs.lever.co", "jobs.eu.lever.co"]
    assert lever["posting"]["title"] == [".posting-headline h2"]
    assert document["version"] == sites_document()["version"]


def test_extension_carries_the_same_records() -> None:
    assert COPY.read_text(encoding="utf-8") == written(), (
        "Run `python -m server.site_documents` to renew the extension's copy."
    )
