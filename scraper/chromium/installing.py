"""Gets a Chromium where the machine has none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence

from scraper.chromium.finding import VARIABLE, Browser, find, places
from scraper.errors import NoBrowser

DOWNLOAD_SECONDS = 120
PACKAGE_SECONDS = 600
_START_SECONDS = 30

Command = Sequence[str]


def install(environ: Mapping[str, str] = os.environ) -> Browser:
    """Return the Chromium of this machine, after getting one if there is none that starts.

    Tries Playwright's own download, then the distribution's package (with sudo where not root and
    sudo asks no password). Quick where a browser is present: it is then only looked for.

    Raises:
        NoBrowser: there is none and none could be had; `what` says what was tried.
    """
    try:
        return find(environ)
    except NoBrowser:
        if environ.get(VARIABLE):
            raise  # the person named one: do not take another
    tried = []
    for name, commands, seconds in _ways(environ):
        complaint = _run_all(commands, seconds, environ)
        found = None if complaint else _found_and_starts(environ)
        if found is not None:
            return found
        tried.append(f"{name}: {complaint or 'it does not start'}")
    todo = f"Install Chromium by hand, or set {VARIABLE} to one"
    raise NoBrowser(f"no Chromium could be had ({'; '.join(tried)})", todo=todo)


def _ways(environ: Mapping[str, str]) -> Iterator[tuple[str, Sequence[Command], int]]:
    playwright = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    yield "Playwright's download", [playwright], DOWNLOAD_SECONDS
    for package in places()["package"]:
        if shutil.which(package["program"], path=environ.get("PATH")) is None:
            continue
        sudo = ["sudo", "-n"] if package["root"] and os.geteuid() != 0 else []
        commands = [[*sudo, *command] for command in package["commands"]]
        yield package["program"], commands, PACKAGE_SECONDS


def _run_all(commands: Sequence[Command], seconds: int, environ: Mapping[str, str]) -> str | None:
    """Run `commands` in order; what the first one that fails complains of, None if all worked."""
    for command in commands:
        if complaint := _run(command, seconds, environ):
            return complaint
    return None


def _run(command: Command, seconds: int, environ: Mapping[str, str]) -> str | None:
    try:
        ended = subprocess.run(  # noqa: S603 - commands of places.toml and our own interpreter
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
            env={"DEBIAN_FRONTEND": "noninteractive", **environ},
        )
    except subprocess.TimeoutExpired:
        return f"not done after {seconds} s"
    except OSError as error:
        return error.strerror or str(error)
    if ended.returncode == 0:
        return None
    return _telling_line(ended.stderr) or f"exit code {ended.returncode}"


def _telling_line(complaint: str) -> str | None:
    """The first line that speaks of an error, else the last one with a word in it."""
    lines = [line.strip() for line in complaint.splitlines() if re.search("[a-z]{3}", line)]
    named = [line for line in lines if "error" in line.lower()]
    return next(iter(named or lines[-1:]), None)


def _found_and_starts(environ: Mapping[str, str]) -> Browser | None:
    """The browser that is there now, if the libraries it needs are there too."""
    try:
        browser = find(environ)
    except NoBrowser:
        return None
    starts = _run([str(browser.path), "--version"], _START_SECONDS, environ) is None
    return browser if starts else None
