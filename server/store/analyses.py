"""Saves, finds, renews and deletes analyses; these functions know no request."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, or_, select, update
from sqlalchemy.sql.dml import ReturningInsert

from server.documents import Document, posting_document, report_document, timestamp
from server.errors import NoSuchAnalysis
from server.store import search
from server.store.database import Store
from server.store.derived import derived_values, searched_texts, storable_domain
from server.store.moments import utc
from server.store.schema import AnalysisRow, AspectRow, CompanyRow, DocumentRow
from server.store.storable import storable, storable_or_none
from server.store.upserting import insert_into, insertion
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


_BY_DIGEST = select(*_WHOLE).join(DocumentRow).where(AnalysisRow.digest == bindparam("digest"))


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
    with store.transaction() as connection:
        saved = _insert(connection, digest, posting, report, company_domain, now)
        return saved or _renewed(connection, _by_digest(connection, digest), report)


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


def renew_reports(store: Store, renewed: dict[int, Document], rulebook: str) -> None:
    """Put renewed contents in place of those that are still of another rule book.

    Raises:
        StoreError: the database cannot be used; all stay as they are.
    """
    with store.transaction() as connection:
        for number, content in renewed.items():
            is_old = AnalysisRow.rulebook != rulebook
            held = select(AnalysisRow.number).where(AnalysisRow.number == number, is_old)
            if connection.scalar(held) is not None:
                _renew(connection, number, content)


def _renew(connection: Connection, number: int, content: Document) -> None:
    """Put posting and report of an analysis in place of what is stored, with all that follows."""
    values = derived_values(content)
    connection.execute(update(AnalysisRow).where(AnalysisRow.number == number).values(**values))
    statement = update(DocumentRow).where(DocumentRow.number == number)
    connection.execute(statement.values(document=content))
    connection.execute(delete(AspectRow).where(AspectRow.number == number))
    _index(connection, number, content)


def find_analysis(store: Store, id_: str) -> StoredAnalysis:
    """Return the analysis stored under an id.

    Raises:
        NoSuchAnalysis: there is none.
        StoreError: the database cannot be used.
    """
    query = select(*_WHOLE).join(DocumentRow).where(AnalysisRow.id == storable(id_, _LONGEST_ID))
    with store.transaction() as connection:
        row = connection.execute(query).first()
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
    with store.transaction() as connection:
        return {cut[key]: document for key, document in connection.execute(query)}


def no_such(id_: str) -> NoSuchAnalysis:
    """Return the error for an id that nothing is stored under."""
    return NoSuchAnalysis("nothing is stored under this id", where=id_[:_LONGEST_ID])


def content_digest(posting: Posting) -> str:
    """Return what is the same for the same posting, under whichever of its addresses."""
    key = storable_or_none(posting_key(posting.url), 300)
    parts = (key or "", posting.title or "", posting.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _insert(
    connection: Connection,
    digest: str,
    posting: Posting,
    report: Report,
    company_domain: str | None,
    now: datetime | None,
) -> StoredAnalysis | None:
    """Store a posting; None where it is stored already."""
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
    number = connection.execute(_if_unknown(connection.dialect.name), values).scalar()
    if number is None:
        return None
    connection.execute(
        insert_into(connection, DocumentRow), {"number": number, "document": content}
    )
    _index(connection, number, content)
    if stored.company_domain:
        _know_company(connection, stored.company_domain, values)
    return stored


@cache
def _if_unknown(dialect: str) -> ReturningInsert[int]:
    """The INSERT of a posting that does nothing where its digest is known."""
    statement = insertion(dialect, AnalysisRow).on_conflict_do_nothing(index_elements=["digest"])
    return statement.returning(AnalysisRow.number)


def _index(connection: Connection, number: int, content: Document) -> None:
    found = {(one["aspect"], one["direction"]) for one in content["report"]["signals"]}
    rows = [{"number": number, "aspect": a, "direction": d} for a, d in sorted(found)]
    if rows:
        connection.execute(insert_into(connection, AspectRow), rows)
    search.index(connection, number, *searched_texts(content))


def _know_company(connection: Connection, domain: str, values: dict[str, Any]) -> None:
    """Store a company that was not known; a known one keeps what is known of it."""
    named = {"name": values["company"], "name_key": values["company_key"]}
    statement = insert_into(connection, CompanyRow).values(domain=domain, **named)
    nameless = CompanyRow.name.is_(None)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["domain"], set_=named, where=nameless)
    )


def _renewed(connection: Connection, known: Row[Any] | None, report: Report) -> StoredAnalysis:
    if known is None:
        raise no_such("")  # deleted between two looks: as good as never stored
    if known.rulebook != report.rulebook:
        content = {**known.document, "report": report_document(report)}
        _renew(connection, known.number, content)
        return StoredAnalysis(known.id, utc(known.created_at), content, known.company_domain)
    return _stored(known)


def _by_digest(connection: Connection, digest: str) -> Row[Any] | None:
    return connection.execute(_BY_DIGEST, {"digest": digest}).first()


def _stored(row: Row[Any]) -> StoredAnalysis:
    return StoredAnalysis(row.id, utc(row.created_at), row.document, row.company_domain)
