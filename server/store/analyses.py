"""Finds what was analysed; these functions know no request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, or_, select

from server.documents import Document, timestamp
from server.errors import NoSuchAnalysis
from server.filing.storable import storable
from server.store.database import Store
from server.store.moments import utc
from server.store.schema import AnalysisRow, DocumentRow

_LONGEST_ID = 64
WHOLE = (
    AnalysisRow.number,
    AnalysisRow.id,
    AnalysisRow.created_at,
    AnalysisRow.company_domain,
    AnalysisRow.rulebook,
    DocumentRow.document,
)
"""The columns of which an analysis is made."""


@dataclass(frozen=True, slots=True)
class StoredAnalysis:
    """One stored analysis; `is_new` tells whether this call stored it."""

    id: str
    created_at: datetime
    content: Document
    company_domain: str | None = None
    is_new: bool = False

    @property
    def document(self) -> Document:
        """The analysis as the API shows it, without what is computed only when it is shown."""
        return {
            "id": self.id,
            "created_at": timestamp(self.created_at),
            "company_domain": self.company_domain,
            **self.content,
        }


def outdated(store: Store, rulebook: str, *, limit: int) -> dict[int, Document]:
    """Return some analyses whose reports are of another rule book, by their numbers.

    Raises:
        StoreError: the database cannot be used.
    """
    query = (
        select(AnalysisRow.number, DocumentRow.document)
        .join(DocumentRow)
        .where(or_(AnalysisRow.rulebook < rulebook, AnalysisRow.rulebook > rulebook))
        .order_by(AnalysisRow.number)
        .limit(limit)
    )
    with store.transaction() as connection:
        return {row.number: row.document for row in connection.execute(query)}


def find_analysis(store: Store, id_: str) -> StoredAnalysis:
    """Return the analysis stored under an id.

    Raises:
        NoSuchAnalysis: there is none.
        StoreError: the database cannot be used.
    """
    query = select(*WHOLE).join(DocumentRow).where(AnalysisRow.id == storable(id_, _LONGEST_ID))
    with store.transaction() as connection:
        row = connection.execute(query).first()
    if row is None:
        raise no_such(id_)
    return stored_in(row)


def newest_of(store: Store, keys: Sequence[str]) -> dict[str, Document]:
    """Return what is stored of the postings that `keys` stand for, of each the newest, by key.

    Raises:
        StoreError: the database cannot be used.
    """
    cut = {storable(key, 300): key for key in keys}
    newest = (
        select(func.max(AnalysisRow.number))
        .where(AnalysisRow.posting_key.in_(cut))
        .group_by(AnalysisRow.posting_key)
    )
    query = (
        select(AnalysisRow.posting_key, DocumentRow.document)
        .join(DocumentRow)
        .where(AnalysisRow.number.in_(newest))
    )
    with store.transaction() as connection:
        return {cut[key]: document for key, document in connection.execute(query)}


def no_such(id_: str) -> NoSuchAnalysis:
    """Return the error for an id that nothing is stored under."""
    return NoSuchAnalysis("nothing is stored under this id", where=id_[:_LONGEST_ID])


def stored_in(row: Row[Any]) -> StoredAnalysis:
    """Return the analysis of a row with the columns of `WHOLE`."""
    return StoredAnalysis(row.id, utc(row.created_at), row.document, row.company_domain)
