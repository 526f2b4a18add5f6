"""Opens the database, brings its schema up to date, and says in one line what is wrong with it."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from server import json_text
from server.errors import StoreError, StoreTooNew
from server.store.trouble import trouble

BUSY_TIMEOUT = 5_000
"""Milliseconds to wait for another program's lock on a SQLite file."""

_CHECKPOINT_PAGES = 4_000
"""Pages of the log that are carried over to a SQLite file at once; fewer would be written again and
again, by a request that waits for the disk."""

_KEPT_OPEN = 16
"""Connections that stay open: one for each thread that answers requests."""

_MIGRATIONS = Path(__file__).parent / "migrations"

NO_URL = (ArgumentError, ValueError)
"""What SQLAlchemy says no to a URL with: the second where a port or an option is no number."""

_SECRET = re.compile(r"^([a-z][\w+.-]*:/+)?(?:.*\?.*@.*|.*@)", re.IGNORECASE)
"""What may be user and password in a URL: all up to the last @, the rest too after a ?."""


@dataclass(frozen=True)
class Store:
    """An open database.

    Attributes:
        place: how messages call it.
        left_behind: set while deleted rows have left something behind that is still to be cleared.
    """

    engine: Engine
    place: str
    left_behind: threading.Event = field(default_factory=threading.Event)
    _writing: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _held: threading.local = field(default_factory=threading.local, init=False, repr=False)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection whose changes are all kept, or none.

        No sessions of the ORM: they double the time of the few rows that a request is about.

        Raises:
            StoreError: the database cannot be used.
        """
        held: Connection | None = getattr(self._held, "connection", None)
        try:
            with nullcontext(held) if held else self.engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise trouble(error, self.place) from error

    @contextmanager
    def one_transaction(self) -> Iterator[None]:
        """Make one of all transactions that this thread begins within the block, which writes.

        Raises:
            StoreError: the database cannot be used; nothing was changed.
        """
        with self._turn_to_write(), self.transaction() as connection:
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = None

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Yield a connection outside any transaction, for what the database does for itself.

        Raises:
            StoreError: the database cannot be used.
        """
        try:
            with self.engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise trouble(error, self.place) from error

    def ping(self) -> None:
        """Read from the database once.

        Raises:
            StoreError: it cannot be read.
        """
        with self.transaction() as connection:
            connection.execute(text("SELECT count(*) FROM analyses WHERE id = ''"))

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        """Wait for the one who writes: SQLite has no queue, it looks again after longer pauses.

        Whose turn does not come goes on, and hears from SQLite what is wrong.
        """
        is_one_by_one = self.engine.dialect.name == "sqlite"
        has_turn = is_one_by_one and self._writing.acquire(timeout=BUSY_TIMEOUT / 1000)
        try:
            yield
        finally:
            if has_turn:
                self._writing.release()


def open_store(url: str, *, busy_timeout: int = BUSY_TIMEOUT) -> Store:
    """Return the database at `url`, created or brought up to date.

    Raises:
        StoreError: it cannot be used; nothing in it was changed.
    """
    parsed = _parsed(url)
    place = _place(parsed)
    _make_folder(parsed, place)
    try:
        is_remote = parsed.get_backend_name() != "sqlite"
        engine = create_engine(
            parsed,
            pool_pre_ping=is_remote,
            pool_size=_KEPT_OPEN,
            json_serializer=json_text.write,
            json_deserializer=json_text.read,
        )
    except (ImportError, NoSuchModuleError) as error:
        todo = "For PostgreSQL, in Syncline's folder: .venv/bin/pip install -e '.[postgresql]'"
        what = f"no driver for this database: {error}"
        raise StoreError(what, where=place, todo=todo) from error
    except NO_URL as error:
        raise _no_url(url) from error
    if engine.dialect.name == "sqlite":
        _set_pragmas(engine, busy_timeout)
    store = Store(engine, place)
    try:
        with engine.begin() as connection:
            _migrate(connection, place)
    except DBAPIError as error:
        store.close()
        raise trouble(error, place) from error
    except (SQLAlchemyError, StoreError):
        store.close()
        raise
    return store


def _parsed(url: str) -> URL:
    """The URL with the driver that is meant: psycopg for whatever calls itself PostgreSQL."""
    try:
        parsed = make_url(url)
    except NO_URL as error:
        raise _no_url(url) from error
    if "@" in (parsed.host or ""):  # the rest of a password, which errors would tell
        raise _no_url(url)
    is_postgresql = parsed.drivername in ("postgres", "postgresql")
    return parsed.set(drivername="postgresql+psycopg") if is_postgresql else parsed


def _no_url(url: str) -> StoreError:
    """The error about a URL, without what may be a password in it."""
    shown = _SECRET.sub(r"\1***@", url).partition("?")[0]
    todo = "Give a URL such as sqlite:////home/me/syncline.db"
    return StoreError("is no database URL", where=shown, todo=todo)


def _place(url: URL) -> str:
    """What a database is called: its file, or its URL without what may be a password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "database in memory"
    return url.set(query={}).render_as_string(hide_password=True)


def _make_folder(url: URL, place: str) -> None:
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return
    if url.database.startswith("file:"):  # SQLite's own form of an address, no path
        return
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        todo = "Choose another place with --database"
        what = f"its folder cannot be made: {error.strerror}"
        raise StoreError(what, where=place, todo=todo) from error


def _set_pragmas(engine: Engine, busy_timeout: int) -> None:
    """WAL lets readers go on while one writes; what is deleted is overwritten."""

    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {busy_timeout}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    event.listen(engine, "connect", on_connect)


def migrations(connection: Connection) -> Config:
    """Return Alembic's configuration for the migrations, run on a connection."""
    config = Config()
    config.set_main_option("script_location", _MIGRATIONS.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _migrate(connection: Connection, place: str) -> None:
    config = migrations(connection)
    script = ScriptDirectory.from_config(config)
    known = {revision.revision for revision in script.walk_revisions()}
    current = _current(connection)
    if current is not None and current not in known:
        todo = "Update Syncline, or choose another database with --database"
        raise StoreTooNew("was made by a newer Syncline", where=place, todo=todo)
    if current == script.get_current_head():
        return
    if connection.dialect.name == "sqlite":
        # The driver begins no transaction for tables; one who is killed would leave half of them.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            f"its schema cannot be brought up to date: {error}", where=place
        ) from error


def _current(connection: Connection) -> str | None:
    """The revision a database is at; None for a new one."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None
