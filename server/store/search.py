"""The search index: FTS5 in SQLite, tsvector in PostgreSQL, behind the same few functions.

Both hold words that Python has folded and split, so both find the same. Every word asked for must
be there; words within quotation marks must follow each other; the last word may be unfinished.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, FromClause, MetaData, String, Table, text
from sqlalchemy.sql import ColumnElement, literal_column

from server.filing.folding import words_of
from server.store import search_postgresql
from server.store.schema import AnalysisRow
from server.store.search_postgresql import Asked

_PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_MOST_WORDS = 32
_MERGE = text("INSERT INTO search (search, rank) VALUES ('merge', -500)")
_INDEX_SQLITE = text("INSERT OR REPLACE INTO search (rowid, words) VALUES (:n, :w)")
_INDEX_POSTGRESQL = text(
    "INSERT INTO search (number, words) VALUES (:n, to_tsvector('simple', :w)) "
    "ON CONFLICT (number) DO UPDATE SET words = excluded.words WHERE search.words <> excluded.words"
)
_MOST_STEPS = 10

_sqlite = Table("search", MetaData(), Column("rowid", BigInteger), Column("words", String))


@dataclass(frozen=True, slots=True)
class Matches:
    """Where a search finds something: narrowed by `condition`, and by `number` joined to `table`.

    Without a table, `number` is that of the analyses themselves.
    """

    table: FromClause | None
    number: Any
    condition: ColumnElement[bool]


def matches(connection: Connection, asked: str) -> Matches | None:
    """Return how to find what `asked` words; None where it holds no word."""
    phrases = _phrases(asked)
    if not phrases:
        return None
    may_go_on = not asked.rstrip().endswith('"')
    if _is_postgresql(connection):
        return _in_postgresql(connection, Asked(phrases, may_go_on))
    match = literal_column("search").bool_op("MATCH")(_fts5(phrases, may_go_on=may_go_on))
    return Matches(_sqlite, _sqlite.c.rowid, match)


def _in_postgresql(connection: Connection, asked: Asked) -> Matches:
    """Few rows by their numbers; many by a walk that stops early."""
    found, number = search_postgresql.rows(connection, asked), AnalysisRow.number
    if found is not None:
        return Matches(None, number, number == found)
    table = search_postgresql.TABLE
    return Matches(table, table.c.number, search_postgresql.holds(asked))


def index(connection: Connection, number: int, words: str) -> None:
    """Put the words of an analysis, as `words_of` gives them, in place of earlier ones."""
    statement = _INDEX_POSTGRESQL if _is_postgresql(connection) else _INDEX_SQLITE
    connection.execute(statement, {"n": number, "w": words})


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Take analyses out of the index; PostgreSQL does so by itself when their rows go."""
    if numbers and not _is_postgresql(connection):
        statement = text("DELETE FROM search WHERE rowid = :n")
        connection.execute(statement, [{"n": number} for number in numbers])


def purge(connection: Connection) -> bool:
    """Rewrite what still holds removed words, in steps; return whether nothing is left to do."""
    if _is_postgresql(connection):
        return True
    for _ in range(_MOST_STEPS):
        before = _changes(connection)
        connection.execute(_MERGE)
        if _changes(connection) - before < 2:
            return True
    return False


def _changes(connection: Connection) -> int:
    return int(connection.execute(text("SELECT total_changes()")).scalar_one())


def _is_postgresql(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _phrases(asked: str) -> list[list[str]]:
    """The words asked for; those within quotation marks stay together."""
    found = [words_of(quoted or single).split() for quoted, single in _PHRASE.findall(asked)]
    return [words for words in found if words][:_MOST_WORDS]


def _fts5(phrases: list[list[str]], *, may_go_on: bool) -> str:
    joined = " AND ".join(f'"{" ".join(words)}"' for words in phrases)
    return f"{joined} *" if may_go_on else joined
