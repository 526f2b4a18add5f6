"""`make run`, as the README has it: starts the service with what is installed, and ends cleanly."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent.parent


def test_make_run_starts_the_service(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make
    environment = {**os.environ, "SYNCLINE_PORT": "0", "SYNCLINE_DATA": str(tmp_path)}
    process = subprocess.Popen(
        [make, "run"], cwd=ROOT, env=environment, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    said = []
    try:
        assert process.stdout
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C" in line:
                break
        (address,) = [line.split()[3] for line in said if line.startswith("Syncline is at ")]
        with urlopen(f"{address}/health", timeout=10) as answer:
            assert answer.status == 200
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)


def test_make_help_lists_the_commands() -> None:
    make = shutil.which("make")
    assert make
    done = subprocess.run([make, "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {line.split()[0] for line in done.stdout.splitlines()} >= {"run", "test", "install"}
