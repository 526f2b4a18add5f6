"""Which Chromium is taken, and what is said when there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

from scraper.chromium import Browser, find, install
from scraper.errors import NoBrowser


def program(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/sh\necho 'Chromium 1.0'\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """A machine whose programs lie in `tmp_path`/bin and nowhere else."""
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path), **more}


def test_chromium_on_the_machine_is_taken(tmp_path: Path) -> None:
    path = program(tmp_path / "bin", "chromium")
    assert find(environment(tmp_path)) == Browser(path, "on this machine")


def test_chromium_comes_before_branded_chrome(tmp_path: Path) -> None:
    program(tmp_path / "bin", "google-chrome")
    path = program(tmp_path / "bin", "chromium-browser")
    assert find(environment(tmp_path)).path == path


def test_branded_chrome_is_better_than_nothing(tmp_path: Path) -> None:
    path = program(tmp_path / "bin", "google-chrome")
    assert find(environment(tmp_path)).path == path


def test_browser_named_by_the_variable_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "bin", "chromium")
    path = program(tmp_path / "mine", "browser")
    found = find(environment(tmp_path, SYNCLINE_CHROMIUM=str(path)))
    assert found == Browser(path, "named by SYNCLINE_CHROMIUM")


def test_variable_that_names_no_program_is_an_error(tmp_path: Path) -> None:
    program(tmp_path / "bin", "chromium")
    with pytest.raises(NoBrowser, match="SYNCLINE_CHROMIUM: /nowhere is no program"):
        install(environment(tmp_path, SYNCLINE_CHROMIUM="/nowhere"))


def test_machine_without_a_browser_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(NoBrowser, match=r"scraper\.chromium --install"):
        find(environment(tmp_path))


def test_package_manager_installs_a_browser_where_the_download_fails(tmp_path: Path) -> None:
    # A package manager of our own making: it "installs" by writing the program.
    chromium = tmp_path / "bin" / "chromium"
    brew = program(tmp_path / "bin", "brew")
    brew.write_text(f"#!/bin/sh\n/bin/cp /bin/true {chromium}\n", encoding="utf-8")
    assert install(unreachable_downloads(tmp_path)) == Browser(chromium, "on this machine")


def test_browser_that_does_not_start_is_not_taken(tmp_path: Path) -> None:
    chromium = tmp_path / "bin" / "chromium"
    brew = program(tmp_path / "bin", "brew")
    brew.write_text(f"#!/bin/sh\n/bin/cp /bin/false {chromium}\n", encoding="utf-8")
    with pytest.raises(NoBrowser, match="brew: it does not start"):
        install(unreachable_downloads(tmp_path))


def test_machine_that_can_install_nothing_gets_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(NoBrowser, match="No Chromium could be had") as refusal:
        install(unreachable_downloads(tmp_path))
    assert "Playwright's download" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def unreachable_downloads(tmp_path: Path) -> dict[str, str]:
    """An environment in which Playwright downloads from a closed port."""
    (tmp_path / "bin").mkdir(exist_ok=True)
    return environment(tmp_path, PLAYWRIGHT_DOWNLOAD_HOST="http://127.0.0.1:9")


def test_command_prints_the_browser_in_one_line(tmp_path: Path) -> None:
    path = program(tmp_path / "bin", "chromium")
    ended = run_command(environment(tmp_path))
    assert (ended.returncode, ended.stdout) == (0, f"Chromium: {path} (on this machine)\n")


def test_command_without_a_browser_ends_with_one_line(tmp_path: Path) -> None:
    ended = run_command(environment(tmp_path, SYNCLINE_CHROMIUM="/nowhere"))
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)


def run_command(environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scraper.chromium", "--install"]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
