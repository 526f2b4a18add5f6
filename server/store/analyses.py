"""Saves, finds, lists and deletes analyses; these functions know no request."""

from __future__ import annotations

import base64
import binascii
import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, select, tuple_
from sqlalchemy.exc import IntegrityError

from server.documents import Document, posting_document, report_document, timestamp
from server.errors import BadRequest, NoSuchAnalysis, StoreError
from server.store.database import Store
from server.store.moments import utc
from server.store.schema import AnalysisRow
from server.store.storable import storable_or_none
from signals.model import Position, Posting, Report
from signals.sites import posting_key

PAGE_SIZE = 50
"""Analyses a list shows where the caller does not say."""

_LONGEST = {"title": 500, "company": 500, "url": 4000, "posting_key": 300}


@dataclass(frozen=True, slots=True)
class StoredAnalysis:
    """One stored analysis; `is_new` tells whether this call stored it."""

    id: str
    created_at: datetime
    content: Document
    is_new: bool = False

    @property
    def document(self) -> Document:
        """The analysis as the API shows it."""
        return {"id": self.id, "created_at": timestamp(self.created_at), **self.content}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of an analysis."""

    id: str
    created_at: datetime
    title: str | None
    company: str | None
    url: str | None
    position: Position
    confidence: float

    @property
    def document(self) -> Document:
        """The summary as the API shows it."""
        return {
            "id": self.id,
            "created_at": timestamp(self.created_at),
            "title": self.title,
            "company": self.company,
            "url": self.url,
            "position": self.position,
            "label": self.position.label,
            "confidence": self.confidence,
        }


def save_analysis(
    store: Store, posting: Posting, report: Report, *, now: datetime | None = None
) -> StoredAnalysis:
    """Store an analysis and return it; the same posting is stored once, however often it comes.

    Raises:
        StoreError: the database cannot be used; nothing was stored.
    """
    digest = _digest(posting, report)
    known = _by_digest(store, digest)
    if known:
        return known
    row = AnalysisRow(
        id=uuid.uuid4().hex,
        digest=digest,
        created_at=now or datetime.now(UTC),
        title=_cut(posting.title, "title"),
        company=_cut(posting.company, "company"),
        url=_cut(posting.url, "url"),
        posting_key=_cut(posting_key(posting.url), "posting_key"),
        position=report.position.value,
        confidence=report.confidence,
        document={"posting": posting_document(posting), "report": report_document(report)},
    )
    stored = StoredAnalysis(row.id, row.created_at, row.document, is_new=True)
    try:
        with store.session() as session:
            session.add(row)
    except StoreError as error:
        if isinstance(error.__cause__, IntegrityError) and (known := _by_digest(store, digest)):
            return known  # another request stored the same posting in the meantime
        raise
    return stored


def find_analysis(store: Store, id_: str) -> StoredAnalysis:
    """Return the analysis stored under an id.

    Raises:
        NoSuchAnalysis: there is none.
        StoreError: the database cannot be used.
    """
    with store.session() as session:
        row = session.get(AnalysisRow, id_)
        if row is None:
            raise NoSuchAnalysis("nothing is stored under this id", where=id_[:64])
        return StoredAnalysis(row.id, utc(row.created_at), row.document)


def list_analyses(
    store: Store, *, cursor: str | None = None, limit: int = PAGE_SIZE
) -> tuple[Sequence[Summary], str | None]:
    """Return one page of summaries, newest first, and the cursor of the next one or None.

    Raises:
        BadRequest: the cursor is none that this function returned.
        StoreError: the database cannot be used.
    """
    columns = (AnalysisRow.created_at, AnalysisRow.id)
    query = select(AnalysisRow).order_by(*(column.desc() for column in columns)).limit(limit + 1)
    if cursor:
        query = query.where(tuple_(*columns) < tuple_(*_from_cursor(cursor)))
    with store.session() as session:
        rows = session.scalars(query).all()
        summaries = [_summary(row) for row in rows[:limit]]
    following = _to_cursor(summaries[-1]) if len(rows) > limit else None
    return summaries, following


def newest_of(store: Store, keys: Sequence[str]) -> dict[str, Document]:
    """Return what is stored of the postings that `keys` stand for, of each the newest, by key.

    Raises:
        StoreError: the database cannot be used.
    """
    cut = {_cut(key, "posting_key"): key for key in keys}
    query = (
        select(AnalysisRow).where(AnalysisRow.posting_key.in_(cut)).order_by(AnalysisRow.created_at)
    )
    with store.session() as session:
        return {cut[row.posting_key]: row.document for row in session.scalars(query)}


def delete_analysis(store: Store, id_: str) -> None:
    """Delete the analysis stored under an id.

    Raises:
        NoSuchAnalysis: there is none.
        StoreError: the database cannot be used.
    """
    with store.session() as session:
        gone = session.execute(
            delete(AnalysisRow).where(AnalysisRow.id == id_).returning(AnalysisRow.id)
        ).first()
    if gone is None:
        raise NoSuchAnalysis("nothing is stored under this id", where=id_[:64])


def _digest(posting: Posting, report: Report) -> str:
    """The same for the same posting read by the same rule book."""
    parts = (posting.url or "", posting.title or "", posting.text, report.rulebook)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _by_digest(store: Store, digest: str) -> StoredAnalysis | None:
    with store.session() as session:
        row = session.scalar(select(AnalysisRow).where(AnalysisRow.digest == digest))
        return StoredAnalysis(row.id, utc(row.created_at), row.document) if row else None


def _summary(row: AnalysisRow) -> Summary:
    return Summary(
        row.id,
        utc(row.created_at),
        row.title,
        row.company,
        row.url,
        Position(row.position),
        row.confidence,
    )


def _cut(text: str | None, column: str) -> str | None:
    return storable_or_none(text, _LONGEST[column])


def _to_cursor(summary: Summary) -> str:
    place = f"{summary.created_at.isoformat()} {summary.id}"
    return base64.urlsafe_b64encode(place.encode()).decode()


def _from_cursor(cursor: str) -> tuple[datetime, str]:
    try:
        moment, id_ = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
        return datetime.fromisoformat(moment), id_
    except (ValueError, binascii.Error) as error:
        todo = "Leave it out to begin with the newest"
        raise BadRequest("is no cursor of this list", where="cursor", todo=todo) from error
