"""Forms bring their token; what is answered says how it may be used."""

import re
import stat

import pytest
from flask.testing import FlaskClient

from server.settings import Settings
from tests.server.conftest import AD
from tests.server.pages.test_pages import token as form_token

FORMS = ["/", "/analyses/x/delete", "/connect/x/revoke", "/login", "/logout"]


@pytest.mark.parametrize("path", FORMS)
def test_form_without_its_token_is_refused(client: FlaskClient, path: str) -> None:
    assert client.post(path, data={"text": AD}).status_code == 403


@pytest.mark.parametrize("path", FORMS)
def test_form_with_another_sessions_token_is_refused(client: FlaskClient, path: str) -> None:
    stolen = form_token(client.application.test_client())
    client.get("/")
    assert client.post(path, data={"text": AD, "csrf": stolen}).status_code == 403


@pytest.mark.parametrize("path", FORMS)
def test_nothing_is_changed_by_following_a_link(client: FlaskClient, path: str) -> None:
    if path not in ("/", "/login"):
        assert client.get(path).status_code in (404, 405)


@pytest.mark.parametrize("path", ["/", "/connect", "/api/v1/health", "/nothing"])
def test_answers_may_load_nothing_from_elsewhere_and_be_held_by_nobody(
    client: FlaskClient, path: str
) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "form-action 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"


def test_session_cookie_stays_on_this_site_and_out_of_scripts(client: FlaskClient) -> None:
    cookie = client.get("/").headers["Set-Cookie"]
    assert cookie.startswith("syncline=")
    assert re.search("HttpOnly", cookie)
    assert re.search("SameSite=Strict", cookie)


def test_secret_is_readable_by_its_owner_only(client: FlaskClient, settings: Settings) -> None:
    client.get("/")
    assert stat.S_IMODE((settings.data / "secret").stat().st_mode) == 0o600


@pytest.mark.parametrize("path", ["/api/v1/pair", "/login"])
def test_strangers_bring_small_bodies_only(client: FlaskClient, path: str) -> None:
    answer = client.post(path, data="x" * 20_000, content_type="application/json")
    assert answer.status_code == 413
