"""A disk that fills up while the service runs: it says so, loses nothing, and goes on."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.stage.service import COMMAND

ANALYSES = "/api/v1/analyses"
JSON = {"Content-Type": "application/json"}
_MOUNT = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else []), "sh", "-c"]
_SMALL = 'mount -t tmpfs -o size=2m none "$SYNCLINE_DATA"'

pytestmark = pytest.mark.skipif(
    not shutil.which("unshare")
    or subprocess.run([*_MOUNT, _SMALL], env={**os.environ, "SYNCLINE_DATA": "/tmp"}).returncode
    != 0,
    reason="a small disk of one's own needs Linux and the right to mount one",
)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where a service answers whose data folder is a disk of two megabytes."""
    environment = {**os.environ, "SYNCLINE_DATA": str(tmp_path), "SYNCLINE_PORT": "0"}
    command = [*_MOUNT, f"{_SMALL} && exec {COMMAND} serve"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    greeting = process.stdout.readline()
    yield int(greeting.split("http://127.0.0.1:")[1].split()[0])
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    process.stdout.close()


def ask(port: int, method: str, path: str, document: object = None) -> tuple[int, Any]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request(method, path, json.dumps(document), JSON)
        answer = connection.getresponse()
        body = answer.read()
        return answer.status, json.loads(body) if body else None


def test_full_disk_is_told_and_what_was_stored_stays(port: int) -> None:
    stored = []
    for number in range(100):
        text = f"We seek cook {number} for our team. " * 2_000
        status, answer = ask(port, "POST", ANALYSES, {"text": text})
        if status != 201:
            break
        stored.append(answer["id"])
    assert status == 503
    assert "the disk is full, nothing was stored. Make room on the disk" in answer["detail"]
    assert [ask(port, "GET", f"{ANALYSES}/{id_}")[0] for id_ in stored] == [200] * len(stored)
    assert ask(port, "GET", "/health")[0] == 200
    assert stored
