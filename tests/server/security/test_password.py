"""Where others can reach the service it has a password, and everybody signs in."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server import pairing
from server.app import create_app
from server.errors import BadSetting
from server.settings import Settings
from server.store import Store
from tests.server.conftest import AD
from tests.server.pages.test_pages import page
from tests.server.security.conftest import EXTENSION_READS, TYPED, bearer, pair

PASSWORD = "correct horse battery"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, host="0.0.0.0", port=0, password=PASSWORD)


def sign_in(client: FlaskClient, password: str = PASSWORD, then: str = "/") -> tuple[int, str]:
    """Fill in the form; returns the status and where it leads."""
    field = page(client.get("/login").text).select_one("input[name=csrf]")
    assert field
    form = {"csrf": str(field["value"]), "password": password, "then": then}
    answer = client.post("/login", data=form)
    return answer.status_code, answer.headers.get("Location", "")


def sign_out(client: FlaskClient) -> int:
    """Press the button; returns the status."""
    field = page(client.get("/").text).select_one("form[action='/logout'] input[name=csrf]")
    assert field
    return client.post("/logout", data={"csrf": str(field["value"])}).status_code


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "syncline.example"])
def test_other_address_without_a_password_is_refused(
    tmp_path: Path, store: Store, host: str
) -> None:
    with pytest.raises(BadSetting, match="without a password") as found:
        create_app(Settings(data=tmp_path, host=host), store)
    assert "SYNCLINE_PASSWORD" in str(found.value)


def test_other_host_names_without_a_password_are_refused(tmp_path: Path, store: Store) -> None:
    with pytest.raises(BadSetting, match="without a password"):
        create_app(Settings(data=tmp_path, allowed_hosts=("syncline.example",)), store)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_this_machine_needs_no_password(tmp_path: Path, store: Store, host: str) -> None:
    assert create_app(Settings(data=tmp_path, host=host), store)


def test_short_password_is_refused(tmp_path: Path, store: Store) -> None:
    with pytest.raises(BadSetting, match="at least 12 characters"):
        create_app(Settings(data=tmp_path, password="tern"), store)


def test_password_is_not_told_where_settings_are_shown() -> None:
    assert PASSWORD not in repr(Settings(password=PASSWORD))


@pytest.mark.parametrize("headers", [{}, TYPED])
def test_page_leads_to_the_form_and_back(client: FlaskClient, headers: dict[str, str]) -> None:
    answer = client.get("/rules?a=b", headers=headers)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/login?then=/rules?a%3Db"
    assert sign_in(client, then="/rules?a=b") == (303, "/rules?a=b")
    assert client.get("/rules", headers=headers).status_code == 200


def test_wrong_password_is_told_and_opens_nothing(client: FlaskClient) -> None:
    assert sign_in(client, "correct horse") == (403, "")
    assert client.get("/").status_code == 303


def test_passwords_are_tried_ten_times_a_minute_at_most(client: FlaskClient) -> None:
    assert [sign_in(client, "wrong")[0] for _ in range(11)] == [403] * 10 + [429]
    assert sign_in(client)[0] == 429


@pytest.mark.parametrize("then", ["//evil.example", "https://evil.example", "/\\evil", "", "x\n"])
def test_nobody_is_sent_elsewhere_after_signing_in(client: FlaskClient, then: str) -> None:
    assert sign_in(client, then=then) == (303, "/")


@pytest.mark.parametrize("headers", [{}, EXTENSION_READS])
def test_api_wants_a_token_of_everybody(client: FlaskClient, headers: dict[str, str]) -> None:
    answer = client.get("/api/v1/analyses", headers=headers)
    assert answer.status_code == 401
    assert client.post("/api/v1/analyses", json={"text": AD}).status_code == 401


def test_paired_extension_needs_no_session(client: FlaskClient, app: Flask, store: Store) -> None:
    token = pair(client, pairing.make_code(store))
    fresh = app.test_client()
    assert fresh.get("/api/v1/analyses", headers=bearer(token)).status_code == 200


def test_code_is_shown_to_those_signed_in_only(client: FlaskClient) -> None:
    assert client.get("/connect").status_code == 303
    sign_in(client)
    assert "syncline-pairing-code" in client.get("/connect").text


def test_health_is_told_to_everybody(client: FlaskClient) -> None:
    assert client.get("/health").status_code == 200


def test_new_password_ends_the_sessions_of_the_old_one(
    client: FlaskClient, settings: Settings, store: Store
) -> None:
    sign_in(client)
    cookie = client.get_cookie("syncline")
    assert cookie
    changed = Settings(data=settings.data, host="0.0.0.0", password="another horse battery")
    later = create_app(changed, store).test_client()
    later.set_cookie("syncline", cookie.value)
    assert later.get("/").status_code == 303


def test_one_who_signs_out_is_out(client: FlaskClient) -> None:
    sign_in(client)
    assert sign_out(client) == 303
    assert client.get("/").status_code == 303


def test_cookie_sent_again_after_signing_out_opens_nothing(app: Flask, client: FlaskClient) -> None:
    sign_in(client)
    cookie = client.get_cookie("syncline")
    assert cookie
    sign_out(client)
    thief = app.test_client()
    thief.set_cookie("syncline", cookie.value)
    assert thief.get("/").status_code == 303
    assert thief.get("/api/v1/analyses", headers=TYPED).status_code == 401


def test_signing_out_in_one_browser_leaves_the_others(app: Flask, client: FlaskClient) -> None:
    other = app.test_client()
    sign_in(client)
    sign_in(other)
    sign_out(client)
    assert other.get("/").status_code == 200
