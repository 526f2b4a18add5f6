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
from contextlib import ExitStack, closing, suppress
from dataclasses import fields
from http.client import HTTPConnection
from pathlib import Path

import pytest

from server.serving import Listening
from server.settings import Settings
from tests.server.conftest import AD
from tests.server.test_serving import post

ROOT = Path(__file__).parent.parent.parent


def command() -> list[str]:
    """The Dockerfile's last CMD, from this environment."""
    last = (ROOT / "Dockerfile").read_text().strip().splitlines()[-1]
    program, *arguments = json.loads(last.removeprefix("CMD "))
    return [str(Path(sys.executable).with_name(program)), *arguments]


@pytest.fixture
def contained(tmp_path: Path) -> Iterator[tuple[Listening, "subprocess.Popen[str]"]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "SYNCLINE_PORT": str(port), "SYNCLINE_DATA": str(tmp_path)}
    process = subprocess.Popen(
        command(),
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(ConnectionError), closing(HTTPConnection("127.0.0.1", port)) as asked:
            asked.request("GET", "/health")
            if asked.getresponse().status == 200:
                break
        time.sleep(0.1)
    yield Listening("127.0.0.1", port), process
    process.kill()
    process.communicate()


def test_command_of_the_container_serves_and_ends(
    contained: tuple[Listening, "subprocess.Popen[str]"],
) -> None:
    listening, process = contained
    assert post(listening, {"text": AD})[0] == 201
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    lines = [json.loads(line) for line in said.splitlines()]
    assert [line["status"] for line in lines if line["message"].startswith("POST")] == [201]


def test_thousand_bodies_that_trickle_in_keep_nobody_waiting(
    contained: tuple[Listening, "subprocess.Popen[str]"],
) -> None:
    listening, _ = contained
    assert post(listening, {"text": AD})[0] == 201  # the first request loads the rule book
    head = b"POST /api/v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"
    with ExitStack() as held:
        slow = [
            held.enter_context(closing(socket.create_connection((listening.host, listening.port))))
            for _ in range(1_000)
        ]
        for one in slow:
            one.sendall(head)
        for answered in range(3):
            for one in slow:
                one.sendall(b" ")
            begun = time.monotonic()
            assert post(listening, {"text": f"{AD} {answered}"})[0] == 201
            assert time.monotonic() - begun < 5  # 0.3 seconds on an idle machine


def test_what_the_container_sets_are_settings() -> None:
    text = (ROOT / "Dockerfile").read_text() + (ROOT / "compose.yaml").read_text()
    known = {f"SYNCLINE_{one.name.upper()}" for one in fields(Settings)} | {"SYNCLINE_DATABASE_URL"}
    assert set(re.findall(r"SYNCLINE_[A-Z_]+", text)) <= known


def test_docs_name_every_setting() -> None:
    text = (ROOT / "docs" / "operation.md").read_text()
    assert [one.name for one in fields(Settings) if f"| `{one.name}` |" not in text] == []
