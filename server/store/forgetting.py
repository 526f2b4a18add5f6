"""Real deletion: rows, index and what the database still holds of them on disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, exists, select, text

from server.filing.storable import storable
from server.store import search, word_pairs
from server.store.analyses import no_such
from server.store.database import Store
from server.store.schema import AnalysisRow, CompanyRow

_BATCH = 500
_VACUUMED = ("analyses", "documents", "aspects", "corrections", "companies", "search")


def delete_analysis(store: Store, id_: str) -> None:
    """Delete an analysis with all that belongs to it, so that the file holds nothing of it.

    Raises:
        NoSuchAnalysis: there is none of that id.
        StoreError: the database cannot be used.
    """
    query = select(AnalysisRow.number).where(AnalysisRow.id == storable(id_, 64))
    with store.transaction() as connection:
        number = connection.scalar(query)
    if number is None or not _delete(store, [number]):
        raise no_such(id_)
    _clear_up(store)


def delete_older(store: Store, before: datetime) -> int:
    """Delete all analyses made before a moment; return how many.

    Raises:
        StoreError: the database cannot be used; some may be deleted already.
    """
    query = select(AnalysisRow.number).where(AnalysisRow.created_at < before).limit(_BATCH)
    deleted = 0
    while True:
        with store.transaction() as connection:
            numbers = connection.scalars(query).all()
        if not numbers:
            break
        deleted += _delete(store, numbers)
    if deleted:
        _clear_up(store)
    return deleted


def purge(store: Store) -> bool:
    """Clear what deleted rows left behind: in the index, in free pages, in the log.

    A very large index is rewritten in several calls; returns whether nothing is left to do.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        is_done = search.purge(connection)
    if store.engine.dialect.name == "sqlite":
        with store.connection() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    else:
        with store.connection() as connection:
            own = connection.execution_options(isolation_level="AUTOCOMMIT")
            own.execute(text(f"VACUUM {', '.join(_vacuumed(own))}"))
    return is_done


def _vacuumed(connection: Connection) -> Sequence[str]:
    """The tables to vacuum: that of the search would wait for minutes while its index is built."""
    is_ready = connection.scalar(text(f"SELECT {word_pairs.IS_READY}"))
    return [name for name in _VACUUMED if is_ready or name != "search"]


def _clear_up(store: Store) -> None:
    """Clear what can be cleared at once; the rest is done in the background."""
    if not purge(store):
        store.left_behind.set()


def _delete(store: Store, numbers: Sequence[int]) -> int:
    """Delete analyses, and companies that no posting is left of."""
    statement = delete(AnalysisRow).where(AnalysisRow.number.in_(numbers))
    with store.transaction() as connection:
        gone = connection.execute(
            statement.returning(AnalysisRow.number, AnalysisRow.company_domain)
        ).all()
        search.remove(connection, [row.number for row in gone])
        domains = {row.company_domain for row in gone if row.company_domain}
        is_named = exists().where(AnalysisRow.company_domain == CompanyRow.domain)
        connection.execute(delete(CompanyRow).where(CompanyRow.domain.in_(domains), ~is_named))
    return len(gone)
