"""Forms bring their token; what is answered says how it may be used."""

import re
import stat

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from server.settings import Settings
from server.store import Store
from server.store.schema import Base
from tests.server.conftest import AD
from tests.server.pages.test_pages import token as form_token


def routes(app: Flask, method: str) -> list[str]:
    """The path of every route that takes a method, the names in it filled with one of nothing."""
    taken = [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]
    return sorted(re.sub("<[^>]+>", "nothing.example", rule.rule) for rule in taken)


def forms(app: Flask) -> list[str]:
    return [path for path in routes(app, "POST") if not path.startswith("/api/")]


def test_form_without_its_token_is_refused(app: Flask, client: FlaskClient) -> None:
    assert len(forms(app)) > 10
    for path in forms(app):
        assert client.post(path, data={"text": AD}).status_code == 403, path


def test_form_with_another_sessions_token_is_refused(app: Flask, client: FlaskClient) -> None:
    stolen = form_token(app.test_client())
    client.get("/")
    for path in forms(app):
        assert client.post(path, data={"text": AD, "csrf": stolen}).status_code == 403, path


def test_form_sent_again_without_its_cookie_is_refused(app: Flask, client: FlaskClient) -> None:
    sent = {"text": AD, "csrf": form_token(client)}
    assert client.post("/", data=sent).status_code == 303
    assert app.test_client().post("/", data=sent).status_code == 403


def test_nothing_that_is_kept_is_changed_by_asking_for_it(
    app: Flask, client: FlaskClient, store: Store
) -> None:
    client.post("/api/v1/analyses", json={"text": AD})
    client.put("/api/v1/profile", json={"time_zone": "Europe/Berlin"})
    before = kept(store)
    for path in routes(app, "GET"):
        client.get(
            path, query_string={"then": "/", "id": "x", "text": AD, "url": "http://x.example"}
        )
    assert kept(store) == before


def kept(store: Store) -> dict[str, list[object]]:
    """All rows of all tables, but for the one code that Connect shows."""
    with store.transaction() as connection:
        return {
            name: sorted(map(str, connection.execute(select(table))))
            for name, table in Base.metadata.tables.items()
            if name != "pairing_codes"
        }


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
