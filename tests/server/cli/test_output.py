"""What a disk or a terminal cannot take is no traceback; no command loads what another needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SYNCLINE = str(Path(sys.executable).with_name("syncline"))
AD = b"Cook\n\nWe seek a cook. There is a daily standup. Apply now."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [("rules",), ("rules", "--json"), ("--help",)])
def test_full_disk_is_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [SYNCLINE, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60
        )
    said = "syncline: The output cannot be written: No space left on device.\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_signs_that_the_output_lacks_are_question_marks() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [SYNCLINE, "analyze", "-"], input=AD, capture_output=True, env=environment, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"async ????? sync" in done.stdout


def test_no_command_waits_for_what_another_needs() -> None:
    loaded = "import sys, server.cli; print(*sys.modules)"
    command = [sys.executable, "-c", loaded]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    unused = {"asyncio", "webbrowser", "aiohttp", "flask", "sqlalchemy"}
    assert unused.isdisjoint(done.stdout.split())
