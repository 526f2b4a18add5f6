"""SQLite's index of the first letters of words, for words of which one or two letters are asked.

Without it the places of all words that begin so are put together for each search. A table of FTS5
gets such an index only when it is made: its words move to a new one.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"

_STATEMENTS = (
    "CREATE VIRTUAL TABLE search_with_letters USING fts5("
    "words, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1 2')",
    "INSERT INTO search_with_letters (rowid, words) SELECT rowid, words FROM search ORDER BY rowid",
    "DROP TABLE search",
    "ALTER TABLE search_with_letters RENAME TO search",
)


def upgrade() -> None:
    """Move the words into a table that knows first letters."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in _STATEMENTS:
            op.execute(statement)
