"""`syncline doctor`: what is there, what is not, and what to do."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from server.pairing import make_code, redeem
from server.serving import Listening
from server.store import open_store
from tests.server.cli.conftest import Run


@pytest.fixture(autouse=True)
def _free_port(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        monkeypatch.setenv("SYNCLINE_PORT", str(probe.getsockname()[1]))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def checks(run: Run, code: int = 0) -> dict[str, dict[str, Any]]:
    done = run("doctor", "--json")
    assert (done.returncode, done.stderr) == (code, "")
    return {check["part"]: check for check in json.loads(done.stdout)["checks"]}


def test_fresh_machine_is_well_and_nothing_is_made(run: Run, tmp_path: Path) -> None:
    found = checks(run)
    assert list(found) == ["settings", "folder", "database", "extension", "port", "browser"]
    assert found["database"]["seen"].endswith("is made at the first start")
    assert found["extension"]["state"] == "note"
    assert found["extension"]["todo"].endswith("/connect there")
    assert found["port"]["todo"] == "syncline serve"
    assert not (tmp_path / "data").exists()


def test_paired_browsers_are_named(run: Run, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'data' / 'syncline.db'}")
    redeem(store, make_code(store), "Chromium on Linux", None)
    store.close()
    assert checks(run)["extension"]["seen"].startswith("paired with Chromium on Linux (")


def test_running_service_is_recognised(
    run: Run, listening: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYNCLINE_PORT", str(listening.port))
    assert checks(run)["port"]["seen"] == f"Syncline 0.1.0 answers at {listening.url}"


def test_other_program_on_the_port_keeps_the_service_from_starting(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("SYNCLINE_PORT", str(other.getsockname()[1]))
        found = checks(run, 1)
    assert found["port"]["state"] == "bad"
    assert "--port" in found["port"]["todo"]


@pytest.mark.parametrize(
    ("host", "seen"),
    [
        ("nowhere.invalid", "nowhere.invalid does not resolve: no machine has that name"),
        ("a..b", "a..b does not resolve: no machine has that name"),
        ("255.255.255.255", "cannot be reached: "),
    ],
)
def test_address_that_is_nobodys_is_told_from_a_taken_port(
    run: Run, monkeypatch: pytest.MonkeyPatch, host: str, seen: str
) -> None:
    monkeypatch.setenv("SYNCLINE_HOST", host)
    monkeypatch.setenv("SYNCLINE_PASSWORD", "a long enough one")
    found = checks(run, 1)
    assert seen in found["port"]["seen"]
    assert found["port"]["todo"] == "Choose another address with --host"


def test_damaged_database_is_named_with_what_to_do(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "data" / "syncline.db"
    file.parent.mkdir()
    file.write_bytes(b"no database at all. " * 300)
    done = run("doctor")
    assert done.returncode == 1
    said = " ".join(done.stdout.split())
    assert "BAD database" in said
    assert "→ Move it away" in said


@pytest.mark.parametrize("url", ["no url at all", "postgresql://me:secret@db.example:port/x"])
def test_wrong_database_url_is_named_without_its_password(
    run: Run, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("SYNCLINE_DATABASE_URL", url)
    found = checks(run, 1)
    assert found["database"]["state"] == "bad"
    assert found["database"]["seen"].endswith(": is no database URL")
    assert "secret" not in found["database"]["seen"]


def test_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNCLINE_HOST", "0.0.0.0")
    found = checks(run, 1)
    assert list(found) == ["settings"]
    assert "without a password" in found["settings"]["seen"]


def test_missing_browser_is_only_a_note(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNCLINE_CHROMIUM", "/nowhere/chromium")
    found = checks(run)
    assert found["browser"]["state"] == "note"
    assert found["browser"]["seen"].startswith("SYNCLINE_CHROMIUM: /nowhere/chromium is no program")
    assert found["browser"]["todo"]


def test_password_that_others_can_read_is_noted(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "config" / "syncline" / "syncline.toml"
    file.parent.mkdir(parents=True)
    file.write_text('password = "a long enough one"\n')
    file.chmod(0o644)
    assert checks(run)["settings"]["todo"] == f"chmod 600 {file}"
