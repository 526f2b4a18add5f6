"""Every page in the browser can reach the port; only our pages and paired extensions may use it."""

import pytest
from flask.testing import FlaskClient

from tests.server.conftest import AD
from tests.server.security.conftest import (
    CHROME,
    EXTENSION_READS,
    FIREFOX,
    FRAMED,
    IMAGE,
    LINKED,
    OWN_SCRIPT,
    TYPED,
    bearer,
)

LIST = "/api/v1/analyses"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "localhost"])
def test_own_host_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8765", "10.0.0.1"])
def test_rebound_host_name_is_refused(client: FlaskClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 421


def test_program_needs_no_token(client: FlaskClient) -> None:
    assert client.post(LIST, json={"text": AD}).status_code == 201


@pytest.mark.parametrize("headers", [OWN_SCRIPT, TYPED])
def test_own_page_and_typed_address_need_no_token(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    assert client.get(LIST, headers=headers).status_code == 200


def test_link_of_another_site_opens_a_page(client: FlaskClient) -> None:
    assert client.get("/rules", headers=LINKED).status_code == 200


def test_link_of_another_site_opens_nothing_of_the_api(client: FlaskClient) -> None:
    assert client.get(LIST, headers=LINKED).status_code == 401


@pytest.mark.parametrize("headers", [FRAMED, IMAGE, {**IMAGE, "Sec-Fetch-Site": "same-site"}])
@pytest.mark.parametrize("path", ["/", LIST, "/connect", "/api/v1/health"])
def test_other_sites_get_nothing_into_their_pages(
    client: FlaskClient, headers: dict[str, str], path: str
) -> None:
    assert client.get(path, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://localhost:1",
        "chrome-extension://short",
        CHROME + ".evil.example",
        "http://[",
    ],
)
def test_other_origins_are_refused(client: FlaskClient, origin: str) -> None:
    for answer in (
        client.post(LIST, json={"text": AD}, headers={"Origin": origin}),
        client.get(LIST, headers={"Origin": origin}),
        client.post("/api/v1/pair", json={"code": "x"}, headers={"Origin": origin}),
        client.options(LIST, headers={"Origin": origin, "Access-Control-Request-Method": "GET"}),
    ):
        assert answer.status_code == 403
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_other_sites_forms_are_refused_without_an_origin_too(client: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.post("/", data={"text": AD}, headers=headers).status_code == 403


def test_own_origin_from_another_site_is_not_believed(client: FlaskClient) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"}
    assert client.post(LIST, json={"text": AD}, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [EXTENSION_READS, {"Origin": CHROME}, {"Origin": FIREFOX}])
def test_extension_that_is_not_paired_is_told_so(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    answer = client.get(LIST, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json
    assert answer.json["kind"] == "not_paired"


def test_paired_extension_may_ask_and_read_the_answer(client: FlaskClient, token: str) -> None:
    answer = client.post(LIST, json={"text": AD}, headers=bearer(token))
    assert answer.status_code == 201
    assert answer.headers["Access-Control-Allow-Origin"] == CHROME
    assert client.get(LIST, headers={**bearer(token, None), **EXTENSION_READS}).status_code == 200


def test_preflight_of_a_paired_extension_is_answered(client: FlaskClient, token: str) -> None:
    asked = {
        "Origin": CHROME,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
        "Access-Control-Request-Private-Network": "true",
    }
    answer = client.options(LIST, headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == CHROME
    assert "authorization" in answer.headers["Access-Control-Allow-Headers"].lower()
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"
    assert "Origin" in answer.vary


def test_preflight_of_a_stranger_allows_pairing_only(client: FlaskClient) -> None:
    asked = {"Origin": FIREFOX, "Access-Control-Request-Method": "POST"}
    assert "Access-Control-Allow-Origin" not in client.options(LIST, headers=asked).headers
    allowed = client.options("/api/v1/pair", headers=asked).headers
    assert allowed["Access-Control-Allow-Origin"] == FIREFOX


@pytest.mark.parametrize("origin", [FIREFOX, "chrome-extension://" + "p" * 32])
def test_token_of_another_extension_is_refused(
    client: FlaskClient, token: str, origin: str
) -> None:
    assert client.get(LIST, headers=bearer(token, origin)).status_code == 401


def test_invented_token_is_refused_for_programs_too(client: FlaskClient) -> None:
    assert client.get(LIST, headers=bearer("0" * 43, None)).status_code == 401


@pytest.mark.parametrize(
    ("brings", "paired"), [("nothing", False), ("the token", True), ("an invented one", False)]
)
def test_health_tells_whether_the_token_is_known(
    client: FlaskClient, token: str, brings: str, paired: bool
) -> None:
    headers = {
        "nothing": {"Origin": CHROME},
        "the token": bearer(token),
        "an invented one": bearer("x"),
    }[brings]
    answer = client.get("/api/v1/health", headers=headers).json
    assert answer
    assert (answer["status"], answer["api"], answer["paired"]) == ("ok", 1, paired)


@pytest.mark.parametrize("type_", ["text/plain", "application/x-www-form-urlencoded", None])
@pytest.mark.parametrize("path", [LIST, "/api/v1/pair", "/api/v1/analyses/batch"])
def test_api_takes_json_with_its_content_type_only(
    client: FlaskClient, path: str, type_: str | None
) -> None:
    answer = client.post(path, data='{"text": "ad", "code": "x"}', content_type=type_)
    assert answer.status_code == 415


@pytest.mark.parametrize("path", ["/", "/rules", LIST, "/connect/browsers", "/api/v1/health"])
def test_reading_changes_nothing(client: FlaskClient, path: str) -> None:
    before = client.get("/connect/browsers").data, client.get(LIST).data
    client.get(path)
    assert (client.get("/connect/browsers").data, client.get(LIST).data) == before


def test_one_who_asks_without_end_is_told_to_wait(client: FlaskClient, token: str) -> None:
    asked = (client.get("/api/v1/preferences", headers=bearer(token)) for _ in range(1300))
    refused = next(answer for answer in asked if answer.status_code == 429)
    assert refused.content_type == "application/problem+json"
    assert 0 < int(refused.headers["Retry-After"]) <= 61
