"""Analyses apart from their documents, counted and indexed for the history and its search.

The same posting becomes one row: of rows that differ only in the rule book the newest stays, and it
counts as read by no rule book, so that the service reads it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_BATCH = 500
_INDEXED = (
    "posting_key",
    "position",
    "site",
    "company_domain",
    "company_key",
    "from_async",
    "from_sync",
    "rulebook",
)
_SEARCH = {
    "sqlite": (
        'CREATE VIRTUAL TABLE search USING fts5(words, tokenize = "unicode61 remove_diacritics 0")',
    ),
    "postgresql": (
        "CREATE TABLE search (number BIGINT PRIMARY KEY "
        "REFERENCES analyses (number) ON DELETE CASCADE, words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_words ON search USING gin (words)",
    ),
}


def upgrade() -> None:
    """Make the new tables and move every row over."""
    corrections = _taken("corrections")
    op.drop_table("corrections")
    op.rename_table("analyses", "analyses_before")
    for index in ("ix_analyses_newest", "ix_analyses_posting_key"):
        op.drop_index(index, "analyses_before")
    _make_tables()
    _make_corrections()
    kept = _move()
    op.drop_table("analyses_before")
    _put_back([row for row in corrections if row["analysis_id"] in kept])


def _taken(table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in op.get_bind().execute(sa.select(_table(table))).mappings()]


def _make_tables() -> None:
    op.create_table(
        "analyses",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(500)),
        sa.Column("company", sa.String(500)),
        sa.Column("company_key", sa.String(500), nullable=False),
        sa.Column("company_domain", sa.String(255)),
        sa.Column("site", sa.String(255)),
        sa.Column("url", sa.String(4000)),
        sa.Column("posting_key", sa.String(300)),
        sa.Column("position", sa.String(40), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("from_async", sa.Integer, nullable=False),
        sa.Column("from_sync", sa.Integer, nullable=False),
        sa.Column("rulebook", sa.String(64), nullable=False),
    )
    op.create_index("ix_analyses_created", "analyses", ["created_at"])
    for column in _INDEXED:
        op.create_index(f"ix_analyses_{column}", "analyses", [column, "number"])
    op.create_table(
        "documents",
        sa.Column("number", _NUMBER, _owner(), primary_key=True),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_table(
        "aspects",
        sa.Column("number", _NUMBER, _owner(), primary_key=True),
        sa.Column("aspect", sa.String(20), primary_key=True),
        sa.Column("direction", sa.String(10), primary_key=True),
    )
    op.create_index("ix_aspects_aspect", "aspects", ["aspect", "direction", "number"])
    for statement in _SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def _owner() -> sa.ForeignKey:
    return sa.ForeignKey("analyses.number", ondelete="CASCADE")


def _make_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column(
            "analysis_id",
            sa.String(32),
            sa.ForeignKey("analyses.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.String(40)),
        sa.Column("rule", sa.String(100)),
        sa.Column("quote_start", sa.Integer),
        sa.Column("quote_end", sa.Integer),
        sa.Column("note", sa.String(2000), nullable=False),
    )
    op.create_index("ix_corrections_analysis", "corrections", ["analysis_id", "created_at"])


def _move() -> set[str]:
    """Move every posting once, oldest first; return the ids that stay."""
    bind, before = op.get_bind(), _table("analyses_before")
    ids = bind.scalars(
        sa.select(before.c.id).order_by(before.c.created_at.desc(), before.c.id.desc())
    ).all()
    digests: dict[str, str] = {}
    for batch in _batches(ids):
        for row in bind.execute(sa.select(before).where(before.c.id.in_(batch))).mappings():
            digests[row["id"]] = _digest(row)
    newest = {digest: id_ for id_, digest in ((id_, digests[id_]) for id_ in reversed(ids))}
    kept = [id_ for id_ in reversed(ids) if newest[digests[id_]] == id_]
    for batch in _batches(kept):
        rows = {
            row["id"]: row
            for row in bind.execute(sa.select(before).where(before.c.id.in_(batch))).mappings()
        }
        for id_ in batch:
            _insert(rows[id_], digests[id_])
    return set(kept)


def _insert(row: Any, digest: str) -> None:
    analyses, documents = _table("analyses"), _table("documents")
    same = ("id", "created_at", "title", "company", "url", "posting_key", "position", "confidence")
    values = {name: row[name] for name in same}
    derived = {"company_key": "", "score": 0.0, "from_async": 0, "from_sync": 0, "rulebook": ""}
    statement = sa.insert(analyses).values(**values, **derived, digest=digest)
    number = op.get_bind().scalar(statement.returning(analyses.c.number))
    document = sa.insert(documents).values(number=number, document=row["document"])
    op.get_bind().execute(document)


def _digest(row: Any) -> str:
    posting = row["document"]["posting"]
    parts = (row["posting_key"] or "", posting["title"] or "", posting["text"])
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))


def _table(name: str) -> sa.Table:
    """The table as it is now, documents read as JSON."""
    table = sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
    if "document" in table.c:
        table.c.document.type = sa.JSON()
    return table


def _put_back(corrections: list[dict[str, Any]]) -> None:
    if corrections:
        op.bulk_insert(_table("corrections"), corrections)
