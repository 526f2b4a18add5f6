"""The search index: FTS5 in SQLite, tsvector in PostgreSQL, behind the same few functions.

Both hold words that Python has folded and split, so both find the same. Every word asked for must
be there; words within quotation marks must follow each other; the last word may be unfinished.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    FromClause,
    MetaData,
    String,
    Table,
    and_,
    any_,
    cast,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.sql import ColumnElement, literal_column

from server.store.folding import words_of

_PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_MOST_WORDS = 32
_MERGE = text("INSERT INTO search (search, rank) VALUES ('merge', -500)")
_INDEX_SQLITE = text("INSERT OR REPLACE INTO search (rowid, words) VALUES (:n, :w)")
_INDEX_POSTGRESQL = text(
    "INSERT INTO search (number, words) VALUES (:n, to_tsvector('simple', :w)) "
    "ON CONFLICT (number) DO UPDATE SET words = excluded.words"
)
_MOST_STEPS = 10
_FEW = 2_000
"""Matches that are looked up one by one; of more, a walk through the history soon finds a page."""

_ONLY_WORD_INDEX = text(
    "SELECT set_config('enable_seqscan', :other, true),"
    " set_config('enable_indexscan', :other, true)"
)

_metadata = MetaData()
_sqlite = Table("search", _metadata, Column("rowid", BigInteger), Column("words", String))
_postgresql = Table("search", MetaData(), Column("number", BigInteger), Column("words", TSVECTOR))


@dataclass(frozen=True, slots=True)
class Matches:
    """Where a search finds something: to be joined by `number`, narrowed by `condition`."""

    table: FromClause
    number: ColumnElement[int]
    condition: ColumnElement[bool]


def matches(connection: Connection, asked: str) -> Matches | None:
    """Return how to find what `asked` words; None where it holds no word."""
    phrases = _phrases(asked)
    if not phrases:
        return None
    may_go_on = not asked.rstrip().endswith('"')
    if _is_postgresql(connection):
        return _in_postgresql(connection, phrases, may_go_on=may_go_on)
    match = literal_column("search").bool_op("MATCH")(_fts5(phrases, may_go_on=may_go_on))
    return Matches(_sqlite, _sqlite.c.rowid, match)


def _in_postgresql(connection: Connection, phrases: list[list[str]], *, may_go_on: bool) -> Matches:
    """Where few rows hold the words, those rows by their numbers; else by a walk that stops early.

    PostgreSQL guesses badly how many rows hold a word that is rare or unfinished. Guessing many, it
    walks the whole history for the few; so the word index is asked first, and nothing else. It
    knows words, not their order, so only the rows themselves tell where a phrase is.
    """
    number = _postgresql.c.number
    asked = _holds(phrases, may_go_on=may_go_on)
    apart = _holds([[word] for words in phrases for word in words], may_go_on=may_go_on)
    connection.execute(_ONLY_WORD_INDEX, {"other": "off"})
    found = connection.scalars(select(number).where(apart).limit(_FEW + 1)).all()
    connection.execute(_ONLY_WORD_INDEX, {"other": "on"})
    if len(found) > _FEW:
        return Matches(_postgresql, number, asked)
    return Matches(_postgresql, number, and_(number == any_(cast(found, ARRAY(BigInteger))), asked))


def _holds(phrases: list[list[str]], *, may_go_on: bool) -> ColumnElement[bool]:
    query = func.to_tsquery("simple", _tsquery(phrases, may_go_on=may_go_on))
    return _postgresql.c.words.bool_op("@@")(query)


def index(connection: Connection, number: int, *texts: str | None) -> None:
    """Put the words of an analysis into the index, in place of earlier ones."""
    statement = _INDEX_POSTGRESQL if _is_postgresql(connection) else _INDEX_SQLITE
    connection.execute(statement, {"n": number, "w": words_of(*texts)})


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


def _tsquery(phrases: list[list[str]], *, may_go_on: bool) -> str:
    joined = " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in words) + ")" for words in phrases
    )
    return f"{joined.removesuffix(')')}:*)" if may_go_on else joined
