"""Looks whether everything the service needs is there, and knows what to do where it is not."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from sqlalchemy import make_url

from scraper.chromium import find
from server.errors import BadSetting, StoreDamaged
from server.pairing import Pairing, list_pairings
from server.security import passwords
from server.settings import Settings
from server.settings_file import file_of, read_file
from server.store import Store, open_store
from server.store.counting import count_analyses
from server.store.database import NO_URL
from signals.errors import SynclineError

_LEAST_FREE = 200 * 1024 * 1024
_PATIENCE = 3.0
_OTHER_ADDRESS = "Choose another address with --host"


class State(StrEnum):
    """How a part is: `bad` keeps the service from working, `note` only some of it."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One part that was looked at, what was seen, and what to do."""

    part: str
    state: State
    seen: str
    todo: str = ""


def diagnose(environment: Mapping[str, str]) -> Iterator[Check]:
    """Yield one check after the other, as they are done; none of them raises."""
    try:
        settings = Settings.read(environment, read_file(environment))
        passwords.check(settings)
    except BadSetting as error:
        yield _bad("settings", error)
        return
    yield _settings(environment, settings)
    yield _folder(settings.data)
    yield from _stored(settings)
    yield _port(settings)
    yield _browser(environment)


def _settings(environment: Mapping[str, str], settings: Settings) -> Check:
    file = file_of(environment)
    if not file.exists():
        return Check("settings", State.GOOD, f"no file; {file} may hold some")
    readable = file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH)
    if readable and settings.password and not environment.get("SYNCLINE_PASSWORD"):
        todo = f"chmod 600 {file}"
        return Check("settings", State.NOTE, "others can read the password in the file", todo)
    return Check("settings", State.GOOD, str(file))


def _folder(data: Path) -> Check:
    """The folder for the database and the session key, or where it would be made."""
    there = next(folder for folder in (data, *data.absolute().parents) if folder.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        todo = "Make it writable, or choose another folder with SYNCLINE_DATA"
        return Check("folder", State.BAD, f"{there} may not be written to", todo)
    return Check("folder", State.GOOD, str(data))


def _stored(settings: Settings) -> Iterator[Check]:
    """The database and what is in it; one that is not there yet is not made."""
    file = _file_of(settings)
    if file and not file.exists():
        yield Check("database", State.GOOD, f"{file} is made at the first start")
        yield _pairing([], settings)
        return
    try:
        if file:
            _check_whole(file)
        store = open_store(settings.database_url)
    except SynclineError as error:
        yield _bad("database", error)
        return
    try:
        yield _database(store, file)
        yield _pairing(list_pairings(store), settings)
    except SynclineError as error:
        yield _bad("database", error)
    finally:
        store.close()


def _database(store: Store, file: Path | None) -> Check:
    seen = f"{store.place}, {count_analyses(store)} postings"
    if file and (free := shutil.disk_usage(file.parent).free) < _LEAST_FREE:
        todo = "Make room on the disk"
        return Check("database", State.NOTE, f"{seen}; only {free // 2**20} MB are free", todo)
    return Check("database", State.GOOD, seen)


def _check_whole(file: Path) -> None:
    """Read the whole file, as SQLite checks it."""
    todo = "Move it away; a copy of it may be read with the program sqlite3 and its .recover"
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise StoreDamaged(f"cannot be read: {error}", where=str(file), todo=todo) from error
    if said != "ok":
        raise StoreDamaged(f"is damaged: {said}", where=str(file), todo=todo)


def _file_of(settings: Settings) -> Path | None:
    """The SQLite file; None for other databases and for addresses that are none."""
    try:
        url = make_url(settings.database_url)
    except NO_URL:
        return None
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if is_file else None


def _pairing(pairings: Sequence[Pairing], settings: Settings) -> Check:
    if not pairings:
        todo = f"Load extension/ into your browser, then open {_url(settings)}/connect there"
        return Check("extension", State.NOTE, "no browser is paired", todo)
    names = ", ".join(_with_day(one) for one in pairings)
    return Check("extension", State.GOOD, f"paired with {names}")


def _with_day(pairing: Pairing) -> str:
    used = f"last used {pairing.last_used:%Y-%m-%d}" if pairing.last_used else "never used"
    return f"{pairing.name or 'a browser'} ({used})"


def _port(settings: Settings) -> Check:
    """Who answers at the settings' address: we, nobody, or another program."""
    where = f"{settings.host}:{settings.port}"
    try:
        version = _version_at(settings)
    except ConnectionRefusedError:
        todo = "syncline serve"
        return Check("port", State.GOOD, f"{where} is free: the service is not running", todo)
    except (socket.gaierror, UnicodeError):
        what = f"{settings.host} does not resolve: no machine has that name"
        return Check("port", State.BAD, what, _OTHER_ADDRESS)
    except (ConnectionError, TimeoutError, HTTPException, ValueError) as error:
        todo = "Choose another port with --port, or stop that program"
        what = f"{where} is taken by a program that is no Syncline"
        return Check("port", State.BAD, f"{what} ({type(error).__name__})", todo)
    except OSError as error:
        what = f"{where} cannot be reached: {error.strerror}"
        return Check("port", State.BAD, what, _OTHER_ADDRESS)
    return Check("port", State.GOOD, f"Syncline {version} answers at {_url(settings)}")


def _version_at(settings: Settings) -> str:
    connection = HTTPConnection(_reached_at(settings), settings.port, timeout=_PATIENCE)
    with closing(connection):
        connection.request("GET", "/api/v1/health")
        health = json.loads(connection.getresponse().read(100_000))
    if not isinstance(health, dict) or health.get("status") != "ok":
        raise ValueError("no answer of ours")
    return str(health.get("version"))


def _browser(environment: Mapping[str, str]) -> Check:
    try:
        return Check("browser", State.GOOD, str(find(environment)))
    except SynclineError as error:
        seen = f"{_told(error)}; pages that need JavaScript cannot be fetched"
        return Check("browser", State.NOTE, seen, error.todo or "")


def _reached_at(settings: Settings) -> str:
    """Where a service that listens everywhere is reached from here."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104


def _url(settings: Settings) -> str:
    host = _reached_at(settings)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def _bad(part: str, error: SynclineError) -> Check:
    return Check(part, State.BAD, _told(error), error.todo or "")


def _told(error: SynclineError) -> str:
    return f"{error.where}: {error.what}" if error.where else error.what
