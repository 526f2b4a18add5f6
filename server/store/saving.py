"""Saves analyses, each posting once, and puts new reports in place of old ones."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update
from sqlalchemy.sql.dml import ReturningInsert

from server.documents import Document, posting_document, report_document
from server.store import search
from server.store.analyses import WHOLE, StoredAnalysis, no_such, stored_in
from server.store.database import Store
from server.store.derived import derived_values, searched_texts, storable_domain
from server.store.moments import utc
from server.store.schema import AnalysisRow, AspectRow, CompanyRow, DocumentRow
from server.store.storable import storable_or_none
from server.store.upserting import Insert, insert_into, insertion
from signals.model import Posting, Report
from signals.sites import posting_key

_BY_DIGEST = select(*WHOLE).join(DocumentRow).where(AnalysisRow.digest == bindparam("digest"))


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
    connection.execute(_if_nameless(connection.dialect.name), {"domain": domain, **named})


@cache
def _if_nameless(dialect: str) -> Insert:
    """The INSERT of a company that gives a known one its name only where it has none."""
    statement = insertion(dialect, CompanyRow)
    named = {"name": statement.excluded.name, "name_key": statement.excluded.name_key}
    return statement.on_conflict_do_update(
        index_elements=["domain"], set_=named, where=CompanyRow.name.is_(None)
    )


def _renewed(connection: Connection, known: Row[Any] | None, report: Report) -> StoredAnalysis:
    if known is None:
        raise no_such("")  # deleted between two looks: as good as never stored
    if known.rulebook != report.rulebook:
        content = {**known.document, "report": report_document(report)}
        _renew(connection, known.number, content)
        return StoredAnalysis(known.id, utc(known.created_at), content, known.company_domain)
    return stored_in(known)


def _by_digest(connection: Connection, digest: str) -> Row[Any] | None:
    return connection.execute(_BY_DIGEST, {"digest": digest}).first()
