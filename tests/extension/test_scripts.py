"""Runs the JavaScript unit tests with the Node that comes with Playwright."""

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

FOLDER = Path(__file__).parent
SCRIPTS = sorted(FOLDER.glob("*.test.js"))
TIMEOUT_SECONDS = 60


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_unit_tests_pass(script: Path) -> None:
    node, _command_line = compute_driver_executable()
    command = [node, "--test", "--test-reporter=spec", script]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pass 0" not in done.stdout, "no test was found in the file"
