"""The service over real HTTP."""

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest
from flask import Flask

from server.errors import CannotListen
from server.serving import Listening, Server, in_background
from server.settings import Settings
from tests.server.conftest import AD


def post(service: Listening, document: object) -> tuple[int, dict[str, object]]:
    connection = HTTPConnection(service.host, service.port, timeout=30)
    body = json.dumps(document)
    connection.request("POST", "/api/v1/analyses", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    content = json.loads(answer.read())
    connection.close()
    return answer.status, content


def test_service_names_its_address(listening: Listening) -> None:
    assert listening.url == f"http://127.0.0.1:{listening.port}"


def test_same_page_posted_by_many_at_once_is_one_analysis(listening: Listening) -> None:
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: post(listening, {"text": AD}), range(40)))
    assert {content["id"] for _, content in answers} == {answers[0][1]["id"]}
    assert sorted(status for status, _ in answers) == [200] * 39 + [201]


def test_endless_body_is_cut_off(listening: Listening) -> None:
    with socket.create_connection((listening.host, listening.port), timeout=10) as connection:
        connection.sendall(
            b"POST /api/v1/analyses HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: application/json\r\nContent-Length: 9999999999\r\n\r\n"
        )
        assert b" 413 " in connection.recv(1000)


def test_taken_port_is_named(app: Flask, listening: Listening) -> None:
    with pytest.raises(CannotListen, match="already in use"):
        Server(app, Settings(port=listening.port))


def test_foreign_address_is_named(app: Flask) -> None:
    with pytest.raises(CannotListen, match="cannot listen there"):
        Server(app, Settings(host="192.0.2.1", port=0))


class Slow:
    """A view that answers when it is let go on."""

    def __init__(self) -> None:
        self.is_asked, self.may_answer = threading.Event(), threading.Event()

    def answer(self) -> str:
        self.is_asked.set()
        assert self.may_answer.wait(30)
        return "late" * 100_000


@contextmanager
def slow_service(app: Flask, grace: float) -> Iterator[tuple[Server, Slow, threading.Thread]]:
    view = Slow()
    app.add_url_rule("/slow", view_func=view.answer, endpoint="slow")
    server = Server(app, Settings(port=0))
    thread = threading.Thread(target=server.run, args=(grace,))
    thread.start()
    try:
        yield server, view, thread
    finally:
        view.may_answer.set()
        server.stop()
        thread.join()
        server.close()


def test_request_that_runs_when_the_service_ends_is_answered(app: Flask) -> None:
    with slow_service(app, 30) as (server, view, thread):
        listening = server.listening
        connection = HTTPConnection(listening.host, listening.port, timeout=30)
        connection.request("GET", "/slow")
        assert view.is_asked.wait(30)
        server.stop()
        view.may_answer.set()
        assert connection.getresponse().read() == b"late" * 100_000
        connection.close()
        thread.join(30)
        assert not thread.is_alive()


def test_request_that_takes_too_long_does_not_keep_the_service_from_ending(app: Flask) -> None:
    with slow_service(app, 0.1) as (server, view, thread):
        listening = server.listening
        with socket.create_connection((listening.host, listening.port), timeout=30) as connection:
            connection.sendall(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert view.is_asked.wait(30)
            server.stop()
            thread.join(30)
            assert not thread.is_alive()


def test_port_is_free_again_once_the_service_has_ended(app: Flask) -> None:
    for _ in range(50):
        with in_background(app, Settings(port=0)) as listening:
            assert post(listening, {"text": AD})[0] in (200, 201)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((listening.host, listening.port), timeout=10)


def test_many_who_say_nothing_do_not_keep_others_from_being_answered(listening: Listening) -> None:
    silent = [
        socket.create_connection((listening.host, listening.port), timeout=30) for _ in range(1100)
    ]
    try:
        assert post(listening, {"text": AD})[0] == 201
    finally:
        for connection in silent:
            connection.close()
