"""Starts what is measured, each in a process of its own, on loopback and a folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import psutil
from prometheus_client.parser import text_string_to_metric_families

_START_SECONDS = 30
_BIN = Path(sys.executable).parent
_WAYS: dict[str, Sequence[str]] = {
    "waitress": (str(_BIN / "syncline"), "serve"),
    "echo": (sys.executable, "-m", "bench.server.echo"),
}
SERVICES = ("waitress",)


_started: dict[int, psutil.Process] = {}
"""What runs, by its port."""


@contextmanager
def running(name: str) -> Iterator[int]:
    """Run `waitress` or `echo`; yield its port."""
    with tempfile.TemporaryDirectory(prefix="syncline-bench-") as folder:
        port = _free_port()
        environment = {
            **os.environ,
            "SYNCLINE_PORT": str(port),
            "SYNCLINE_DATA": folder,
            "SYNCLINE_LOG_LEVEL": "error",
        }
        process = subprocess.Popen(
            _WAYS[name], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait_for(port)
            _started[port] = psutil.Process(process.pid)
            yield port
        finally:
            _started.pop(port, None)
            process.terminate()
            process.wait()


def seconds_of(port: int) -> float:
    """Return the seconds of a core that all processes of what runs there have taken."""
    times = [one.cpu_times() for one in _processes(port)]
    return sum(one.user + one.system for one in times)


def memory_of(port: int) -> int:
    """Return the bytes that all processes of what runs there hold; what they share counts once."""
    return sum(one.memory_full_info().pss for one in _processes(port))


def _processes(port: int) -> list[psutil.Process]:
    first = _started[port]
    return [first, *first.children(recursive=True)]


def measured(port: int) -> dict[str, float]:
    """Return what a service tells Prometheus of itself."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/metrics")
    text = connection.getresponse().read().decode()
    connection.close()
    families = text_string_to_metric_families(text)
    return {one.name: one.value for family in families for one in family.samples}


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        except ConnectionError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError("what is to be measured did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
