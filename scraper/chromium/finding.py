"""Finds a Chromium without starting one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scraper.errors import NoBrowser

VARIABLE = "SYNCLINE_CHROMIUM"
"""The environment variable that names a Chromium to take."""

_PLACES = Path(__file__).with_name("places.toml")
_ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as p: print(p.chromium.executable_path)"
)
_ASK_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Browser:
    """A Chromium on this machine.

    Attributes:
        path: its program.
        origin: where it comes from, in words: "on this machine" …
    """

    path: Path
    origin: str

    def __str__(self) -> str:
        """One line for a person: the program and where it comes from."""
        return f"{self.path} ({self.origin})"


def find(environ: Mapping[str, str] = os.environ) -> Browser:
    """Return the Chromium to use.

    The order: what SYNCLINE_CHROMIUM names, a Chromium on the machine, Playwright's own download,
    a branded Chrome on the machine.

    Raises:
        NoBrowser: there is none, or SYNCLINE_CHROMIUM names no program.
    """
    if named := environ.get(VARIABLE):
        return _named(named, environ)
    known = places()
    found = (
        _on_machine(known["chromium"], environ)
        or _downloaded(environ)
        or _on_machine(known["chrome"], environ)
    )
    if found is None:
        todo = f"Run `python -m scraper.chromium --install`, or set {VARIABLE} to a Chromium"
        raise NoBrowser("there is no Chromium on this machine", todo=todo)
    return found


@cache
def places() -> dict[str, Any]:
    """Return `places.toml`: where a Chromium may be, and how to get one."""
    return tomllib.loads(_PLACES.read_text(encoding="utf-8"))


def _named(named: str, environ: Mapping[str, str]) -> Browser:
    program = shutil.which(named, path=environ.get("PATH"))
    if program is None:
        todo = "Set it to the path of a Chromium, or unset it"
        raise NoBrowser(f"{named} is no program that can be run", where=VARIABLE, todo=todo)
    return Browser(Path(program), f"named by {VARIABLE}")


def _on_machine(kind: Mapping[str, Iterable[str]], environ: Mapping[str, str]) -> Browser | None:
    # A missing PATH means the system's usual one to `which`; an empty one means no folder at all.
    for candidate in (*kind["names"], *kind["applications"]):
        if program := shutil.which(candidate, path=environ.get("PATH")):
            return Browser(Path(program), "on this machine")
    return None


def _downloaded(environ: Mapping[str, str]) -> Browser | None:
    if not any(_downloads(environ).glob("chromium-*")):
        return None
    # Only Playwright knows its folders' inner layout. It is asked in a process of its own, because
    # its blocking interface refuses to run inside an event loop, where a renderer calls this; -P
    # loads nothing from the folder that the program was started in.
    command = [sys.executable, "-P", "-c", _ASK_PLAYWRIGHT]
    answer = subprocess.run(  # noqa: S603 - our own interpreter, a constant program
        command, capture_output=True, text=True, timeout=_ASK_SECONDS, check=False, env=environ
    )
    path = Path(answer.stdout.strip())
    if answer.returncode == 0 and path.is_file():
        return Browser(path, "Playwright's download")
    return None


def _downloads(environ: Mapping[str, str]) -> Path:
    # Playwright's documented default folders.
    if own := environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(own)
    home = Path(environ.get("HOME", "~")).expanduser()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "ms-playwright"
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA", home)) / "ms-playwright"
    return Path(environ.get("XDG_CACHE_HOME", home / ".cache")) / "ms-playwright"
