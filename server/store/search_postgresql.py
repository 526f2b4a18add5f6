"""How PostgreSQL is searched: by an index of words and of words side by side, else by a walk.

PostgreSQL guesses badly how many rows hold a word that is rare or unfinished. Guessing many, it
walks the whole history for the few; so the index is asked first, and nothing else. Of what many
rows hold, a walk through the history soon finds a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Table,
    Text,
    any_,
    bindparam,
    case,
    cast,
    func,
    select,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR

from server.store import word_pairs

TABLE = Table("search", MetaData(), Column("number", BigInteger), Column("words", TSVECTOR))

_FEW = 10_000
"""Matches that are looked up one by one."""

_FEW_READ = 2_000
"""The same where each must be read to be known."""

_BEGINNING = 10
"""Letters that the index knows of the second word of a pair."""

_ONLY_INDEX = text(
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true),"
    # In less, a long list of rows is kept by its pages, and each row on them looked through.
    " set_config('work_mem', '64MB', true),"
    " set_config('jit', 'off', true),"  # it takes longer than any of these searches
    f" {word_pairs.IS_READY} AS has_pairs"
)
_ANY_WAY = text(
    "SELECT set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched: words, or several that follow each other; the last may be unfinished."""

    phrases: Sequence[Sequence[str]]
    may_go_on: bool

    def goes_on(self, phrase: Sequence[str]) -> bool:
        """Whether a phrase ends with an unfinished word."""
        return self.may_go_on and phrase is self.phrases[-1]

    @property
    def is_exact(self) -> bool:
        """Whether the index tells all: of phrases it knows pairs, and beginnings of words."""
        return all(len(words) == 1 or self._is_known(words) for words in self.phrases)

    def _is_known(self, words: Sequence[str]) -> bool:
        most = _BEGINNING if self.goes_on(words) else _BEGINNING - 1
        is_plain = all(word.isascii() and word.isalpha() for word in words)
        return len(words) == 2 and is_plain and len(words[1]) <= most


def rows(connection: Connection, asked: Asked) -> Any | None:
    """Return the numbers of the rows that hold what is asked, as an array; None for too many."""
    has_pairs = connection.execute(_ONLY_INDEX).one().has_pairs
    pairs = _pairs(connection, asked) if has_pairs else ""
    is_told = asked.is_exact if pairs else all(len(words) == 1 for words in asked.phrases)
    most = _FEW if is_told else _FEW_READ
    query = select(TABLE.c.number).where(*_in_index(asked, pairs))
    # A filter and no more: of the index it would have the pairs of each row made anew.
    query = query if is_told else query.where(holds(asked).is_(true()))
    held = query.limit(most + 1).subquery()
    numbers = cast(func.coalesce(func.array_agg(held.c.number), cast([], ARRAY(BigInteger))), Text)
    found = connection.scalar(select(case((func.count() <= most, numbers))).select_from(held))
    connection.execute(_ANY_WAY)
    if found is None:
        return None
    # As a literal: in an array that it knows beforehand PostgreSQL looks numbers up by a hash.
    return any_(cast(bindparam(None, found, Text, literal_execute=True), ARRAY(BigInteger)))


def holds(asked: Asked) -> ColumnElement[bool]:
    """Return the condition that a row holds what is asked."""
    return _held(asked.phrases, may_go_on=asked.may_go_on)


def _held(phrases: Sequence[Sequence[str]], *, may_go_on: bool) -> ColumnElement[bool]:
    query = func.to_tsquery("simple", _tsquery(phrases, may_go_on=may_go_on))
    return TABLE.c.words.bool_op("@@")(query)


def _tsquery(phrases: Sequence[Sequence[str]], *, may_go_on: bool) -> str:
    joined = " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in words) + ")" for words in phrases
    )
    return f"{joined.removesuffix(')')}:*)" if may_go_on else joined


def _in_index(asked: Asked, pairs: str) -> Iterator[ColumnElement[bool]]:
    """What the index knows of it: pairs of the words in phrases, and other words."""
    if not pairs:
        apart = [[word] for words in asked.phrases for word in words]
        yield _held(apart, may_go_on=asked.may_go_on)
        return
    yield func.word_pairs(TABLE.c.words).bool_op("@@")(cast(pairs, TSQUERY))
    single = [words for words in asked.phrases if len(words) == 1]
    if single:
        yield _held(single, may_go_on=asked.goes_on(single[-1]))


def _pairs(connection: Connection, asked: Asked) -> str:
    """The query for all words that stand side by side in phrases; "" where there are none."""
    queries = [
        cast(func.word_pairs_asked(cast(words, ARRAY(Text)), asked.goes_on(words)), Text)
        for words in asked.phrases
        if len(words) > 1
    ]
    found = connection.execute(select(*queries)).one() if queries else ()
    return " & ".join(one for one in found if one)
