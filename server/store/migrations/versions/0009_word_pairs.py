"""What PostgreSQL needs to index words that stand side by side: a phrase of common words is rare.

The index itself takes a minute for a hundred thousand postings, so only an empty database gets it
here; `server.store.word_pairs` builds it in the background, and searches go on meanwhile.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_FUNCTIONS = (
    # A pair is a hash of the first word, so that the index tells no sentence, and the beginning of
    # the second, which may be asked for unfinished. Behind 16,382 all words have the same place.
    """
    CREATE FUNCTION word_pairs(words tsvector) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
    DECLARE
      apart text[];
    BEGIN
      SELECT array_agg(lexeme ORDER BY place) INTO apart
        FROM unnest(words) AS w (lexeme, places, weights), unnest(w.places) AS place
        WHERE place < 16383;
      RETURN array_to_tsvector(ARRAY(
        SELECT substr(md5(one), 1, 8) || ' ' || left(following, 10)
          FROM unnest(apart, apart[2:]) AS pair (one, following)
          WHERE following IS NOT NULL));
    END $$
    """,
    # The pairs of a phrase, as a query; NULL for a single word. PostgreSQL itself splits words that
    # it takes for several: x86_64.
    """
    CREATE FUNCTION word_pairs_asked(words text[], goes_on boolean) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT string_agg(
          quote_literal(substr(md5(one), 1, 8) || ' ' || left(following, 10))
            || CASE WHEN goes_on AND place = cardinality(words) THEN ':*' ELSE '' END,
          ' & ')::tsquery
        FROM generate_series(2, cardinality(words)) AS place,
          LATERAL (SELECT lexeme
            FROM unnest(to_tsvector('simple', words[place - 1])) AS w (lexeme, places, weights)
            ORDER BY places DESC LIMIT 1) AS before (one),
          LATERAL (SELECT lexeme
            FROM unnest(to_tsvector('simple', words[place])) AS w (lexeme, places, weights)
            ORDER BY places LIMIT 1) AS behind (following)
    $$
    """,
)
_INDEX = (
    # What is new is kept apart until it is a MB: whoever saves then waits a tenth of a second.
    "CREATE INDEX ix_search ON search USING gin (words, word_pairs(words))"
    " WITH (gin_pending_list_limit = 1024)",
    "ALTER INDEX ix_search ALTER COLUMN 2 SET STATISTICS 0",
    "DROP INDEX ix_search_words",
)


def upgrade() -> None:
    """Make the functions and, where nothing is stored yet, the index."""
    bind = op.get_bind()
    if bind.dialect.name != "postgresql":
        return
    for statement in _FUNCTIONS:
        op.execute(statement)
    if bind.scalar(sa.text("SELECT NOT EXISTS (SELECT FROM search)")):
        for statement in _INDEX:
            op.execute(statement)
