"""What never reaches the application is a problem document too, and the silent keep nobody out."""

import itertools
import json
import resource
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from typing import Any

import pytest
from flask import Flask

from server import serving
from server.connections import Acceptor, most_connections, problem
from server.serving import Listening, in_background
from server.settings import Settings
from tests.server.conftest import AD
from tests.server.test_serving import post

REFUSED = {
    "no HTTP": (b"hello\r\n\r\n", 400),
    "no such version": (b"GET / HTTP/9.9 x\r\n\r\n", 400),
    "a header without a name": (b"GET / HTTP/1.1\r\n: x\r\n\r\n", 400),
    "a length that is none": (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
    "two lengths": (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
    "an encoding nobody knows": (b"POST / HTTP/1.1\r\nTransfer-Encoding: x\r\n\r\n", 501),
    "chunks that are none": (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
    "an endless body": (b"POST / HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\n", 413),
}

SLOW = b"POST /api/v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"


def answer_to(service: Listening, sent: bytes) -> tuple[bytes, bytes]:
    """Head and body of what is answered to bytes."""
    address = (service.host, service.port)
    with closing(socket.create_connection(address, timeout=30)) as connection:
        connection.sendall(sent)
        received = b"".join(iter(lambda: connection.recv(65_536), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize(("sent", "status"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_request_is_refused_by_a_problem(
    listening: Listening, sent: bytes, status: int
) -> None:
    head, body = answer_to(listening, sent)
    assert b"application/problem+json" in head
    document = json.loads(body)
    assert (document["status"], int(head.split()[1])) == (status, status)
    assert document["detail"]


def test_length_that_is_too_large_is_told_with_the_bound(listening: Listening) -> None:
    _, body = answer_to(listening, REFUSED["an endless body"][0])
    assert json.loads(body)["detail"] == "The body is longer than 26,214,400 bytes."


def test_endless_headers_are_refused_by_a_problem() -> None:
    document = json.loads(problem(431, "exceeds max_header of 262144"))
    assert document["title"] == "Request Header Fields Too Large"
    assert document["detail"] == "The headers are too long."


@pytest.fixture
def many() -> Iterator[int]:
    """As many connections as a test may open beside the service's ends of them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield min(2_000, most_connections() // 3)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_thousands_of_silent_connections_keep_nobody_out(listening: Listening, many: int) -> None:
    with ExitStack() as held:
        for _ in range(many):
            one = socket.create_connection((listening.host, listening.port), timeout=30)
            held.enter_context(closing(one))
        assert post(listening, {"text": AD})[0] == 201


def test_bodies_that_come_byte_by_byte_keep_nobody_waiting(listening: Listening) -> None:
    body = json.dumps({"text": AD}).encode()
    head = f"Host: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    begun = f"POST /api/v1/analyses HTTP/1.1\r\n{head}\r\n\r\n".encode()
    with ExitStack() as held:
        slow = [
            held.enter_context(closing(socket.create_connection((listening.host, listening.port))))
            for _ in range(50)
        ]
        for one in slow:
            one.sendall(begun + body[:1])
        assert post(listening, {"text": AD})[0] == 201
        for one in slow:
            one.settimeout(30)
            one.sendall(body[1:])
        assert {one.recv(12) for one in slow} == {b"HTTP/1.1 200"}


@pytest.mark.parametrize("sent", [b"POST /api/v1/analyses HTTP/1.1\r\nHost: a", SLOW + b"{"])
def test_request_that_takes_too_long_to_come_is_refused_by_a_problem(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(Acceptor, "arrival_seconds", 0.1)
    monkeypatch.setattr("server.serving._LOOK_AFTER_SECONDS", 0)
    with in_background(app, settings) as service:
        head, body = answer_to(service, sent)
        assert head.startswith(b"HTTP/1.1 408 ") or head.startswith(b"HTTP/1.0 408 ")
        assert b"application/problem+json" in head
        assert json.loads(body)["status"] == 408
        assert post(service, {"text": AD})[0] == 201


def test_request_that_is_being_answered_is_not_too_late(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Acceptor, "arrival_seconds", 0.1)
    monkeypatch.setattr("server.serving._LOOK_AFTER_SECONDS", 0)
    app.add_url_rule("/slow", view_func=lambda: (time.sleep(2), "late")[1], endpoint="slow")
    with in_background(app, settings) as service:
        head, body = answer_to(service, b"GET /slow HTTP/1.0\r\nHost: localhost\r\n\r\n")
        assert (head.split()[1], body) == (b"200", b"late")


def test_body_that_stops_half_way_ends_the_connection_and_nothing_else(
    listening: Listening,
) -> None:
    with closing(socket.create_connection((listening.host, listening.port), timeout=30)) as one:
        one.sendall(SLOW + b"{")
        one.shutdown(socket.SHUT_WR)
        assert one.recv(100) == b""
    assert post(listening, {"text": AD})[0] == 201


def test_loop_does_not_ask_again_and_again_while_an_answer_is_sent(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, turn = itertools.count(), serving.loop

    def counted(*args: Any, **more: Any) -> None:
        next(turns)
        turn(*args, **more)

    monkeypatch.setattr(serving, "loop", counted)
    with in_background(app, settings) as service, ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: read_rules(service, 10), range(8)))
    assert next(turns) < 80 * 10  # waitress's own takes a hundred for each answer


def read_rules(service: Listening, times: int) -> None:
    """Read the rule book, over one connection."""
    with closing(HTTPConnection(service.host, service.port, timeout=30)) as connection:
        for _ in range(times):
            connection.request("GET", "/api/v1/rules")
            assert len(connection.getresponse().read()) > 10_000
