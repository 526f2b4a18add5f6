"""Walks through all analyses in small steps, so that nobody waits meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from server.documents import Document, timestamp
from server.store.corrections import corrections_of
from server.store.database import Store
from server.store.moments import utc
from server.store.schema import AnalysisRow, DocumentRow

_BATCH = 100


@dataclass(frozen=True, slots=True)
class Exported:
    """One analysis with all that was said of it."""

    number: int
    document: Document


def all_analyses(store: Store) -> Iterator[Exported]:
    """Yield all analyses with their corrections, the oldest first.

    No transaction stays open between two steps, however slowly somebody reads.

    Raises:
        StoreError: the database cannot be used.
    """
    after = 0
    while batch := _batch(store, after):
        yield from batch
        after = batch[-1].number


def _batch(store: Store, after: int) -> list[Exported]:
    query = (
        select(
            AnalysisRow.number,
            AnalysisRow.id,
            AnalysisRow.created_at,
            AnalysisRow.company_domain,
            DocumentRow.document,
        )
        .join(DocumentRow)
        .where(AnalysisRow.number > after)
        .order_by(AnalysisRow.number)
        .limit(_BATCH)
    )
    with store.transaction() as connection:
        rows = connection.execute(query).all()
        said = corrections_of(connection, [row.id for row in rows])
    return [
        Exported(
            row.number,
            {
                "id": row.id,
                "created_at": timestamp(utc(row.created_at)),
                "company_domain": row.company_domain,
                **row.document,
                "corrections": [one.document for one in said.get(row.id, [])],
            },
        )
        for row in rows
    ]
