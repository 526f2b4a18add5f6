"""The service over real HTTP."""

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest
from flask import Flask

from server.errors import CannotListen
from server.serving import Listening, Server
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
