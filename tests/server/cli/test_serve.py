"""`syncline serve`: starts, says where it is, ends cleanly, and says why it cannot start."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from server.workers import usual_count
from tests.server.cli.conftest import Run


def started(
    tmp_path: Path, *options: str, **environment: str
) -> tuple["subprocess.Popen[str]", list[str]]:
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [str(Path(sys.executable).parent / "syncline"), "serve", "--port", "0", *options],
            stdout=subprocess.PIPE, stderr=log, text=True,
            env={**os.environ, "SYNCLINE_DATA": str(tmp_path), **environment},
        )  # fmt: skip
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line.rstrip())
        if "Ctrl-C" in line:
            break
    return process, said


def ended(process: "subprocess.Popen[str]", how: int) -> int:
    process.send_signal(how)
    process.communicate(timeout=30)
    return process.returncode


def test_service_says_where_it_is_and_how_to_load_the_extension(tmp_path: Path) -> None:
    process, said = started(tmp_path)
    try:
        address = said[0].split()[3]
        with urlopen(f"{address}/health", timeout=10) as answer:
            assert answer.status == 200
        assert str(tmp_path / "syncline.db") in said[0]
        assert any("Load unpacked" in line for line in said)
        assert any(line.endswith("/extension") for line in said)
    finally:
        ended(process, signal.SIGTERM)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_service_ends_cleanly(tmp_path: Path, how: int) -> None:
    process, _ = started(tmp_path)
    assert ended(process, how) == 0
    assert json.loads((tmp_path / "log").read_text().splitlines()[-1])["message"] == "ended"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_service(tmp_path: Path, how: int) -> None:
    process, _ = started(tmp_path)
    deadline = time.monotonic() + 30
    begun: list[psutil.Process] = []
    while not begun and usual_count() and time.monotonic() < deadline:
        time.sleep(0.1)
        begun = psutil.Process(process.pid).children(recursive=True)
    assert begun or not usual_count()
    ended(process, how)
    assert psutil.wait_procs(begun, timeout=30)[1] == []


def test_level_says_what_is_logged(tmp_path: Path) -> None:
    process, _ = started(tmp_path, "--log-level", "warning")
    assert ended(process, signal.SIGTERM) == 0
    assert (tmp_path / "log").read_text() == ""


def test_browser_is_opened_where_wanted(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    os.mkfifo(opened)
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o700)
    process, said = started(tmp_path, "--open", BROWSER=f"{browser} %s")
    try:
        assert opened.read_text().strip() == said[0].split()[3]
    finally:
        ended(process, signal.SIGTERM)


def test_settings_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('log_level = "error"\n')
    process, said = started(tmp_path, SYNCLINE_CONFIG=str(file))
    assert ended(process, signal.SIGTERM) == 0
    assert f"Its settings are in {file}" in said
    assert (tmp_path / "log").read_text() == ""


def test_taken_port_is_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.startswith(f"syncline: 127.0.0.1:{port}: the port is already in use.")
    assert done.stderr.count("\n") == 1


def test_other_address_without_a_password_is_one_line(run: Run) -> None:
    done = run("serve", "--port", "0", "--host", "0.0.0.0")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "syncline: 0.0.0.0: others can reach it there without a password."
    )
    assert "SYNCLINE_PASSWORD" in done.stderr
    assert done.stderr.count("\n") == 1


def test_damaged_database_is_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "broken.db"
    file.write_bytes(b"no database at all. " * 300)
    done = run("serve", "--port", "0", "--database", f"sqlite:///{file}")
    assert done.returncode == 1
    assert done.stderr.startswith(f"syncline: {file}: is no database, or a damaged one.")
    assert done.stderr.count("\n") == 1


def test_wrong_database_url_is_one_line_without_its_password(run: Run) -> None:
    url = "postgresql://me:secret@db.example:port/x"
    done = run("serve", "--port", "0", "--database", url)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "syncline: postgresql://***@db.example:port/x: is no database URL."
    )
    assert done.stderr.count("\n") == 1
