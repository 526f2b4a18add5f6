"""Every page in the browser can reach the port; only our pages and extensions may use it."""

import re
import stat

import pytest
from flask.testing import FlaskClient

from server.settings import Settings
from tests.server.conftest import AD

CHROME = "chrome-extension://" + "abcdefghijklmnop" * 2
FIREFOX = "moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "localhost"])
def test_own_host_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8765", "10.0.0.1"])
def test_rebound_host_name_is_refused(client: FlaskClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("origin", [CHROME, FIREFOX])
def test_extension_may_ask(client: FlaskClient, origin: str) -> None:
    answer = client.post("/api/v1/analyses", json={"text": AD}, headers={"Origin": origin})
    assert answer.status_code == 201
    assert answer.headers["Access-Control-Allow-Origin"] == origin


def test_preflight_of_an_extension_is_answered(client: FlaskClient) -> None:
    asked = {
        "Origin": CHROME,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
        "Access-Control-Request-Private-Network": "true",
    }
    answer = client.options("/api/v1/analyses", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == CHROME
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://localhost:1",
        "chrome-extension://short",
        CHROME + ".evil.example",
    ],
)
def test_other_origins_are_refused(client: FlaskClient, origin: str) -> None:
    for answer in (
        client.post("/api/v1/analyses", json={"text": AD}, headers={"Origin": origin}),
        client.get("/api/v1/analyses", headers={"Origin": origin}),
    ):
        assert answer.status_code == 403
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_other_sites_forms_are_refused_without_an_origin_too(client: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/", data={"text": AD}, headers=headers).status_code == 403


def test_form_without_its_token_is_refused(client: FlaskClient) -> None:
    assert client.post("/", data={"text": AD}).status_code == 403


def test_pages_may_load_nothing_from_elsewhere(client: FlaskClient) -> None:
    headers = client.get("/").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_session_cookie_stays_on_this_site(client: FlaskClient) -> None:
    cookie = client.get("/").headers["Set-Cookie"]
    assert re.search("HttpOnly", cookie)
    assert re.search("SameSite=Strict", cookie)


def test_secret_is_readable_by_its_owner_only(client: FlaskClient, settings: Settings) -> None:
    client.get("/")
    assert stat.S_IMODE((settings.data / "secret").stat().st_mode) == 0o600
