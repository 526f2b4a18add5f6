"""The real service, as `syncline serve` starts it, in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

COMMAND = Path(sys.executable).with_name("syncline")
START_SECONDS = 20
STOP_SECONDS = 10


class Service:
    """A service that can be started and stopped again on the same port, with its data kept."""

    def __init__(self, folder: Path, database: str | None = None) -> None:
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        self._database = database or f"sqlite:///{folder / 'syncline.db'}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and return once it answers."""
        command = [str(COMMAND), "serve", "--port", str(self.port), "--database", self._database]
        environment = {**os.environ, "SYNCLINE_DATA": str(self._folder)}
        with (self._folder / "service.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        for _ in range(START_SECONDS * 10):
            if self._answers():
                return
            if _ends_within(self._process, 0.1):
                break
        said = (self._folder / "service.log").read_text(encoding="utf-8")
        raise RuntimeError(f"the service did not start:\n{said}")

    def stop(self) -> None:
        """End it, if it runs, and return once it has ended."""
        if self._process is None:
            return
        self._process.terminate()
        if not _ends_within(self._process, STOP_SECONDS):
            self._process.kill()
            self._process.wait()
        self._process = None

    def kill(self) -> None:
        """End it as a power cut would: at once, without a word."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.address}/health", timeout=5) as response:
                return bool(response.status == 200)
        except (URLError, ConnectionError):
            return False


@contextmanager
def running_service(folder: Path) -> Iterator[Service]:
    """Yield a service that keeps its data in `folder` and runs until the block ends."""
    service = Service(folder)
    try:
        service.start()
        yield service
    finally:
        service.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ends_within(process: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True
