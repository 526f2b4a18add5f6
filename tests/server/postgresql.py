"""A real PostgreSQL for the tests: its own folder, its own user, a free port on loopback."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_USERS = ("postgres", "nobody")
_PLACES = "/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/pgsql-*/bin"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server."""

    port: int

    def url(self, database: str) -> str:
        return f"postgresql://syncline@127.0.0.1:{self.port}/{database}"


def binaries() -> Path:
    """Return the folder of initdb and pg_ctl; `.ci/install-postgresql` gets them where missing."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    places = [place for pattern in _PLACES for place in Path("/").glob(pattern[1:])]
    able = sorted(place for place in places if (place / "initdb").exists())
    if not able:
        raise RuntimeError("no PostgreSQL on this machine: run .ci/install-postgresql")
    return able[-1]


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a server on an empty data folder; stop it and delete the folder in the end."""
    with tempfile.TemporaryDirectory(prefix="syncline-pg-") as name:
        folder = Path(name)
        user = _unprivileged()
        if user:
            shutil.chown(folder, user)
        data, port = str(folder / "data"), _free_port()
        initdb = ["initdb", "-D", data, "-U", "syncline", "-A", "trust", "-E", "UTF8", "--no-sync"]
        _run([*initdb, "--locale=C.UTF-8"], user)
        options = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        )
        log = str(folder / "log")
        _run(["pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start"], user)
        try:
            yield Cluster(port)
        finally:
            _run(["pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], user)


def _run(command: Sequence[str], user: str | None) -> None:
    program, *arguments = command
    subprocess.run(
        [str(binaries() / program), *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        user=user,
        cwd="/",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )


def _unprivileged() -> str | None:
    """Whom to run it as: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return next(user for user in _USERS if user in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
