"""Whatever is sent to whatever route: a clear problem document, never a fault inside."""

import io
import json
import re
from http.client import HTTPConnection
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.serving import Listening
from tests.server.conftest import AD

ANALYSES = "/api/v1/analyses"
WRONG = {
    "nested too deeply": b'{"text":' + b"[" * 100_000,
    "nested too deeply, and closed": b'{"text":' + b"[" * 9_000 + b"]" * 9_000 + b"}",
    "a number of 5000 digits": b'{"text":' + b"9" * 5_000 + b"}",
    "invalid UTF-8": b'{"text":"caf\xe9"}',
    "half of UTF-8": b'{"text":"\xf0\x9f"}',
    "UTF-16": '{"text":"ad"}'.encode("utf-16"),
    "not a number": b'{"text":NaN}',
    "stops half-way": b'{"text":"We seek a co',
    "no JSON": b"text=ad",
    "a control character": b'{"text":"a\x00b"}',
}
SAID = {
    "nested too deeply": "The body is nested too deeply.",
    "a number of 5000 digits": "The body holds a number that cannot be read.",
    "invalid UTF-8": "The body is not UTF-8: byte 12 is wrong.",
    "no JSON": "The body is no JSON: Expecting value (line 1, column 1).",
}
ODD = [b"null", b"7", b'"ad"', b"[]", b"true", b"{}", b'{"\\ud800":1}', b'{"text":{"a":[]}}', b""]
ODD_VALUES = [
    "%00", "%ff", "%ed%a0%80", "9" * 5000, "-1", "%0d%0a",
    "'%20OR%20'1'='1", "x';DROP%20TABLE%20analyses;--", "%25", "a%22%20OR%20words:b*",
    "..%2f..%2f..%2fetc%2fpasswd", "..%5c..", "%2e%2e%2f", "file:%2f%2f%2fetc%2fpasswd",
]  # fmt: skip


def post(client: FlaskClient, path: str, body: bytes) -> Any:
    return client.post(path, data=body, content_type="application/json")


def routes(app: Flask) -> list[tuple[str, str]]:
    """Every method and path; what varies in a path is filled with a name that nothing has."""
    return sorted(
        (method, re.sub("<[^>]+>", "nothing", rule.rule))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )


@pytest.mark.parametrize("path", [ANALYSES, f"{ANALYSES}/batch"])
@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG.keys())
def test_body_that_cannot_be_read_is_a_problem(client: FlaskClient, path: str, body: bytes) -> None:
    answer = post(client, path, body)
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_code_that_cannot_be_read_is_a_problem(client: FlaskClient) -> None:
    for body in WRONG.values():
        assert post(client, "/api/v1/pair", body).status_code in (400, 413)  # 16 KB of strangers


@pytest.mark.parametrize("name", SAID)
def test_problem_says_what_is_wrong_with_the_body(client: FlaskClient, name: str) -> None:
    assert post(client, ANALYSES, WRONG[name]).json["detail"] == SAID[name]


def test_no_body_breaks_any_route(app: Flask) -> None:
    for body in (*WRONG.values(), *ODD):
        for method, path in routes(app):
            answer = app.test_client().open(
                path, method=method, data=body, content_type="application/json"
            )
            assert answer.status_code < 500, (method, path, body[:40])
            if path.startswith("/api/") and answer.status_code >= 400:
                assert answer.content_type == "application/problem+json", (method, path)


def test_no_address_breaks_any_route_or_loses_anything(app: Flask) -> None:
    stored = app.test_client().post(ANALYSES, json={"text": AD}).json
    for value in ODD_VALUES:
        for method, path in routes(app):
            target = path.replace("nothing", value)
            query = f"?cursor={value}&limit={value}&then={value}&q={value}&{value}"
            answer = app.test_client().open(target + query, method=method, json={})
            assert answer.status_code < 500, (method, target, value[:40])
    assert stored
    assert app.test_client().get(f"{ANALYSES}/{stored['id']}").json == stored


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Host", "["),
        ("Host", "[::1"),
        ("Origin", "http://["),
        ("Cookie", "syncline=\xff.\xff"),
        ("Authorization", "Bearer \xff"),
        ("Content-Type", "application/json; charset=nothing"),
        ("Accept", "\xff;q=x"),
        ("If-None-Match", "\xff"),
    ],
)
def test_no_header_breaks_any_route(app: Flask, header: str, value: str) -> None:
    for method, path in routes(app):
        answer = app.test_client().open(path, method=method, data=b"{}", headers={header: value})
        assert answer.status_code < 500, (method, path)


def test_half_a_surrogate_pair_is_read_as_a_character_that_is_missing(client: FlaskClient) -> None:
    body = json.dumps({"text": f"{AD} An emoji was cut: \ud83d"}).encode()
    answer = post(client, ANALYSES, body)
    assert answer.status_code == 201
    assert answer.json["posting"]["text"].endswith("An emoji was cut: \ufffd")


def test_whole_surrogate_pair_is_its_character(client: FlaskClient) -> None:
    body = json.dumps({"text": f"{AD} A smile: 😀"}).encode()
    assert b"\\ud83d\\ude00" in body
    assert post(client, ANALYSES, body).json["posting"]["text"].endswith("😀")


def test_body_with_a_million_wrong_fields_gets_a_short_answer(client: FlaskClient) -> None:
    body = json.dumps({f"{number}{'x' * 200}": 1 for number in range(10_000)}).encode()
    answer = post(client, ANALYSES, body)
    assert answer.status_code == 422
    assert len(answer.data) < 10_000


def test_body_that_ends_too_early_is_a_problem(client: FlaskClient) -> None:
    answer = client.post(
        ANALYSES, input_stream=io.BytesIO(b'{"text":"We se'), content_length=100,
        content_type="application/json",
    )  # fmt: skip
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_body_whose_sender_hangs_up_is_nothing_to_the_next(listening: Listening) -> None:
    for _ in range(20):
        connection = HTTPConnection(listening.host, listening.port, timeout=30)
        connection.putrequest("POST", ANALYSES)
        connection.putheader("Content-Type", "application/json")
        connection.putheader("Content-Length", "1000")
        connection.endheaders(b'{"text":"We seek a co')
        connection.close()
    connection = HTTPConnection(listening.host, listening.port, timeout=30)
    connection.request(
        "POST", ANALYSES, json.dumps({"text": AD}), {"Content-Type": "application/json"}
    )
    assert connection.getresponse().status == 201
    connection.close()
