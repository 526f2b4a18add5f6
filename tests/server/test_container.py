"""What the container runs: its own command, without a container, and what compose.yaml sets."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import fields
from http.client import HTTPConnection
from pathlib import Path

import pytest

from server.serving import Listening
from server.settings import Settings
from tests.server.conftest import AD
from tests.server.test_connections import answer_to
from tests.server.test_serving import post

ROOT = Path(__file__).parent.parent.parent


def command() -> list[str]:
    """The Dockerfile's last CMD, with this environment's gunicorn."""
    last = (ROOT / "Dockerfile").read_text().strip().splitlines()[-1]
    program, *arguments = json.loads(last.removeprefix("CMD "))
    return [str(Path(sys.executable).with_name(program)), *arguments]


@pytest.fixture
def gunicorn(tmp_path: Path) -> Iterator[tuple[Listening, "subprocess.Popen[str]"]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "SYNCLINE_PORT": str(port), "SYNCLINE_DATA": str(tmp_path)}
    process = subprocess.Popen(
        command(), cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    for line in process.stderr:
        if json.loads(line)["message"].startswith("Booting worker"):
            break
    yield Listening("127.0.0.1", port), process
    process.kill()
    process.communicate()


def test_command_of_the_container_serves_and_ends(
    gunicorn: tuple[Listening, "subprocess.Popen[str]"],
) -> None:
    listening, process = gunicorn
    assert post(listening, {"text": AD})[0] == 201
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    lines = [json.loads(line) for line in said.splitlines()]
    assert [line["status"] for line in lines if line["message"].startswith("POST")] == [201]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Length": "100"}, b'{"text":"We se'),
        ({"Transfer-Encoding": "chunked"}, b"zz\r\n{}\r\n0\r\n\r\n"),
        ({"Transfer-Encoding": "chunked"}, b'e\r\n{"text":"We se'),
    ],
)
def test_body_that_stops_half_way_is_refused_and_the_service_stays_up(
    gunicorn: tuple[Listening, "subprocess.Popen[str]"], headers: dict[str, str], body: bytes
) -> None:
    listening, _ = gunicorn
    with closing(HTTPConnection(listening.host, listening.port, timeout=30)) as connection:
        connection.putrequest("POST", "/api/v1/analyses")
        connection.putheader("Content-Type", "application/json")
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        connection.sock.shutdown(socket.SHUT_WR)
        with closing(connection.getresponse()) as answer:
            assert (answer.status, answer.headers.get_content_type()) == (
                400,
                "application/problem+json",
            )
    assert post(listening, {"text": AD})[0] == 201


@pytest.mark.parametrize("sent", [b"hello\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n"])
def test_what_gunicorn_refuses_is_a_problem(
    gunicorn: tuple[Listening, "subprocess.Popen[str]"], sent: bytes
) -> None:
    head, body = answer_to(gunicorn[0], sent)
    assert b"application/problem+json" in head
    assert json.loads(body)["status"] == 400


def test_silent_connections_hold_no_thread(
    gunicorn: tuple[Listening, "subprocess.Popen[str]"],
) -> None:
    listening, _ = gunicorn
    with ExitStack() as held:
        for _ in range(100):
            one = socket.create_connection((listening.host, listening.port), timeout=30)
            held.enter_context(closing(one))
        begun = time.monotonic()
        assert post(listening, {"text": AD})[0] == 201
        assert time.monotonic() - begun < 20  # a hundred by sixteen threads, five seconds each


def test_what_the_container_sets_are_settings() -> None:
    text = (ROOT / "Dockerfile").read_text() + (ROOT / "compose.yaml").read_text()
    known = {f"SYNCLINE_{one.name.upper()}" for one in fields(Settings)} | {"SYNCLINE_DATABASE_URL"}
    assert set(re.findall(r"SYNCLINE_[A-Z_]+", text)) <= known


def test_docs_name_every_setting() -> None:
    text = (ROOT / "docs" / "operation.md").read_text()
    assert [one.name for one in fields(Settings) if f"| `{one.name}` |" not in text] == []
