"""Saves, finds, renews and deletes analyses; these functions know no request."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, delete, func, or_, select, update
from sqlalchemy.orm import Session

from server.documents import Document, posting_document, report_document, timestamp
from server.errors import NoSuchAnalysis
from server.store import search
from server.store.database import Store
from server.store.derived import derived_values, searched_texts, storable_domain
from server.store.moments import utc
from server.store.schema import AnalysisRow, AspectRow, CompanyRow, DocumentRow
from server.store.storable import storable, storable_or_none
from server.store.upserting import insert_into
from signals.model import Posting, Report
from signals.sites import posting_key

_LONGEST_ID = 64
_WHOLE = (
    AnalysisRow.number,
    AnalysisRow.id,
    AnalysisRow.created_at,
    AnalysisRow.company_domain,
    AnalysisRow.rulebook,
    DocumentRow.document,
)


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


def save_analysis(
    store: Store,
    posting: Posting,
    report: Report,
    *,
    company_domain: str | None = None,
    now: datetime | None = None,
) -> StoredAnalysis:
    """Store an analysis and return it; the same posting is stored once, however often it comes.

    A posting that is known by the report of another rule book gets the new report.

    Raises:
        StoreError: the database cannot be used; nothing was stored.
    """
    digest = content_digest(posting)
    with store.session() as session:
        known = _by_digest(session, digest)
        if known is None:
            saved = _insert(session, digest, posting, report, company_domain, now)
            if saved is not None:
                return saved
            known = _by_digest(session, digest)  # another request stored it in the meantime
        return _renewed(session, known, report)


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
    with store.session() as session:
        return {row.number: row.document for row in session.execute(query)}


def renew_reports(store: Store, renewed: dict[int, Document], rulebook: str) -> None:
    """Put renewed contents in place of those that are still of another rule book.

    Raises:
        StoreError: the database cannot be used; all stay as they are.
    """
    with store.session() as session:
        for number, content in renewed.items():
            is_old = AnalysisRow.rulebook != rulebook
            held = select(AnalysisRow.number).where(AnalysisRow.number == number, is_old)
            if session.scalar(held) is not None:
                _renew(session, number, content)


def _renew(session: Session, number: int, content: Document) -> None:
    """Put posting and report of an analysis in place of what is stored, with all that follows."""
    values = derived_values(content)
    session.execute(update(AnalysisRow).where(AnalysisRow.number == number).values(**values))
    statement = update(DocumentRow).where(DocumentRow.number == number)
    session.execute(statement.values(document=content))
    session.execute(delete(AspectRow).where(AspectRow.number == number))
    _index(session, number, content)


def find_analysis(store: Store, id_: str) -> StoredAnalysis:
    """Return the analysis stored under an id.

    Raises:
        NoSuchAnalysis: there is none.
        StoreError: the database cannot be used.
    """
    query = select(*_WHOLE).join(DocumentRow).where(AnalysisRow.id == storable(id_, _LONGEST_ID))
    with store.session() as session:
        row = session.execute(query).first()
    if row is None:
        raise no_such(id_)
    return _stored(row)


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
    with store.session() as session:
        return {cut[key]: document for key, document in session.execute(query)}


def no_such(id_: str) -> NoSuchAnalysis:
    """Return the error for an id that nothing is stored under."""
    return NoSuchAnalysis("nothing is stored under this id", where=id_[:_LONGEST_ID])


def content_digest(posting: Posting) -> str:
    """Return what is the same for the same posting, under whichever of its addresses."""
    key = storable_or_none(posting_key(posting.url), 300)
    parts = (key or "", posting.title or "", posting.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _insert(
    session: Session,
    digest: str,
    posting: Posting,
    report: Report,
    company_domain: str | None,
    now: datetime | None,
) -> StoredAnalysis | None:
    """Store a posting; None where another request was faster."""
    content = {"posting": posting_document(posting), "report": report_document(report)}
    stored = StoredAnalysis(
        uuid.uuid4().hex,
        now or datetime.now(UTC),
        content,
        storable_domain(company_domain),
        is_new=True,
    )
    values = {
        **derived_values(content),
        "id": stored.id,
        "digest": digest,
        "created_at": stored.created_at,
        "company_domain": stored.company_domain,
    }
    statement = insert_into(session, AnalysisRow).on_conflict_do_nothing(index_elements=["digest"])
    number = session.execute(statement.returning(AnalysisRow.number), values).scalar()
    if number is None:
        return None
    session.execute(insert_into(session, DocumentRow), {"number": number, "document": content})
    _index(session, number, content)
    if stored.company_domain:
        _know_company(session, stored.company_domain, values)
    return stored


def _index(session: Session, number: int, content: Document) -> None:
    found = {(one["aspect"], one["direction"]) for one in content["report"]["signals"]}
    rows = [{"number": number, "aspect": a, "direction": d} for a, d in sorted(found)]
    if rows:
        session.execute(insert_into(session, AspectRow), rows)
    search.index(session, number, *searched_texts(content))


def _know_company(session: Session, domain: str, values: dict[str, Any]) -> None:
    """Store a company that was not known; a known one keeps what is known of it."""
    named = {"name": values["company"], "name_key": values["company_key"]}
    statement = insert_into(session, CompanyRow).values(domain=domain, **named)
    nameless = CompanyRow.name.is_(None)
    session.execute(
        statement.on_conflict_do_update(index_elements=["domain"], set_=named, where=nameless)
    )


def _renewed(session: Session, known: Row[Any] | None, report: Report) -> StoredAnalysis:
    if known is None:
        raise no_such("")  # deleted between two looks: as good as never stored
    if known.rulebook != report.rulebook:
        content = {**known.document, "report": report_document(report)}
        _renew(session, known.number, content)
        return StoredAnalysis(known.id, utc(known.created_at), content, known.company_domain)
    return _stored(known)


def _by_digest(session: Session, digest: str) -> Row[Any] | None:
    query = select(*_WHOLE).join(DocumentRow).where(AnalysisRow.digest == digest)
    return session.execute(query).first()


def _stored(row: Row[Any]) -> StoredAnalysis:
    return StoredAnalysis(row.id, utc(row.created_at), row.document, row.company_domain)
