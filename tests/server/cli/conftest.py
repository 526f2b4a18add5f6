"""The real command line, as a person runs it: another process, its output, its exit code."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def syncline(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ, "SYNCLINE_DATA": str(tmp_path / "data"), "COLUMNS": "80", "NO_COLOR": "1",
        }  # fmt: skip
        done = subprocess.run(
            [str(Path(sys.executable).parent / "syncline"), *arguments],
            input=stdin, capture_output=True, env=environment, timeout=60, check=False,
        )  # fmt: skip
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return syncline
