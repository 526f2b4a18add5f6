"""What a driver's error means, in one line that a person can act on."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

from server.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly

_ELSEWHERE = "choose another with --database"
_SQLITE: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        StoreBusy,
        "another program has locked the database",
        f"Close the other program that uses it, or {_ELSEWHERE}",
    ),
    sqlite3.SQLITE_FULL: (
        StoreFull,
        "the disk is full, nothing was stored",
        f"Make room on the disk, or {_ELSEWHERE}",
    ),
    sqlite3.SQLITE_READONLY: (
        StoreReadOnly,
        "the database may not be written to",
        f"Make the file and its folder writable, or {_ELSEWHERE}",
    ),
    sqlite3.SQLITE_CORRUPT: (
        StoreDamaged,
        "is no database, or a damaged one",
        f"Move the file away, or {_ELSEWHERE}; Syncline left it untouched",
    ),
}
_ALIKE = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_NOTADB: sqlite3.SQLITE_CORRUPT,
}
_POSTGRESQL: dict[str, tuple[type[StoreError], str, str]] = {
    "53100": _SQLITE[sqlite3.SQLITE_FULL],
    "25006": (
        StoreReadOnly,
        "the database may only be read",
        "Name the primary server, not a standby, with SYNCLINE_DATABASE_URL",
    ),
}


def trouble(error: DBAPIError, place: str) -> StoreError:
    """Return the error that says what is wrong with the database at `place`."""
    original = error.orig
    known = _SQLITE.get(_sqlite_code(original)) or _POSTGRESQL.get(
        getattr(original, "sqlstate", None) or ""
    )
    if known:
        kind, what, todo = known
        return kind(what, where=place, todo=todo)
    said = str(original).strip().splitlines()
    reason = said[0] if said else type(original).__name__
    todo = "Check that it exists and that you may write to it"
    return StoreError(f"the database cannot be used: {reason}", where=place, todo=todo)


def _sqlite_code(error: BaseException | None) -> int:
    """SQLite's primary result code; -1 for other errors."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else -1
    return _ALIKE.get(primary, primary)
