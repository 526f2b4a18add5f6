"""PostgreSQL's index of words and of words side by side, built while searches go on.

It takes the place of an index of words alone, in which a phrase of common words is a walk through
the whole history. Only a database that held postings before it knew pairs has to have it built.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, text

from server.errors import StoreError
from server.store.database import Store

IS_READY = (
    "EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('ix_search') AND indisvalid)"
)
"""The SQL condition that the index can be asked."""

_LOCK = 7_462_108
"""Ours among the locks of the database, so that of several services one builds."""

_STEPS = (
    "DROP INDEX CONCURRENTLY IF EXISTS ix_search",
    "CREATE INDEX CONCURRENTLY ix_search ON search USING gin (words, word_pairs(words))"
    " WITH (gin_pending_list_limit = 1024)",
    "ALTER INDEX ix_search ALTER COLUMN 2 SET STATISTICS 0",
)


def build(store: Store, ends: threading.Event) -> None:
    """Build the index where it is missing or half built, until `ends` is set: then another time.

    Raises:
        StoreError: the database cannot be used.
    """
    if store.engine.dialect.name != "postgresql":
        return
    try:
        with store.connection() as plain:
            _build_alone(plain.execution_options(isolation_level="AUTOCOMMIT"), ends)
    except StoreError:
        if not ends.is_set():
            raise


def _build_alone(connection: Connection, ends: threading.Event) -> None:
    """Build it unless it is there, or another service builds it."""
    is_there = f"SELECT {IS_READY} AND to_regclass('ix_search_words') IS NULL"
    if connection.scalar(text(is_there)):
        return
    if not connection.scalar(text(f"SELECT pg_try_advisory_lock({_LOCK})")):
        return
    try:
        with _cancelled_by(ends, connection):
            _build(connection)
    finally:
        connection.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))


def _build(connection: Connection) -> None:
    if not connection.scalar(text(f"SELECT {IS_READY}")):
        for statement in _STEPS:
            connection.execute(text(statement))
    connection.execute(text("DROP INDEX CONCURRENTLY IF EXISTS ix_search_words"))


@contextmanager
def _cancelled_by(ends: threading.Event, connection: Connection) -> Iterator[None]:
    """Cancel what the connection runs when the service is to end: it may take minutes."""
    is_done = threading.Event()
    driver: Any = connection.connection.driver_connection

    def watch() -> None:
        while not is_done.wait(0.2):
            if ends.is_set():
                driver.cancel_safe()

    watcher = threading.Thread(target=watch, name="syncline-index", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_done.set()
        watcher.join()
