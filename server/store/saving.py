"""Saves analyses, each posting once, and puts new reports in place of old ones."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update
from sqlalchemy.sql.dml import ReturningInsert

from server.documents import Document
from server.filing.entries import Entry, Filed, entry_of, filed
from server.store import search
from server.store.analyses import WHOLE, StoredAnalysis, no_such, stored_in
from server.store.database import Store
from server.store.moments import utc
from server.store.schema import AnalysisRow, AspectRow, CompanyRow, DocumentRow
from server.store.upserting import Insert, insert_into, insertion
from signals.model import Posting, Report

_BY_DIGEST = select(*WHOLE).join(DocumentRow).where(AnalysisRow.digest == bindparam("digest"))


def save_analysis(
    store: Store,
    posting: Posting,
    report: Report,
    *,
    company_domain: str | None = None,
    now: datetime | None = None,
) -> StoredAnalysis:
    """Store an analysis and return it; `save` with what is worked out before.

    Raises:
        StoreError: the database cannot be used; nothing was stored.
    """
    return save(store, entry_of(posting, report, company_domain=company_domain), now=now)


def save(store: Store, entry: Entry, *, now: datetime | None = None) -> StoredAnalysis:
    """Store an entry and return it; the same posting is stored once, however often it comes.

    A posting that is known by the report of another rule book gets the new report.

    Raises:
        StoreError: the database cannot be used; nothing was stored.
    """
    with store.transaction() as connection:
        saved = _insert(connection, entry, now or datetime.now(UTC))
        return saved or _renewed(connection, _by_digest(connection, entry.digest), entry)


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
                _renew(connection, number, filed(content))


def _renew(connection: Connection, number: int, one: Filed) -> None:
    """Put posting and report of an analysis in place of what is stored, with all that follows."""
    is_it = AnalysisRow.number == number
    connection.execute(update(AnalysisRow).where(is_it).values(**one.columns))
    statement = update(DocumentRow).where(DocumentRow.number == number)
    connection.execute(statement.values(document=one.content))
    connection.execute(delete(AspectRow).where(AspectRow.number == number))
    _index(connection, number, one)


def _insert(connection: Connection, entry: Entry, now: datetime) -> StoredAnalysis | None:
    """Store a posting; None where it is stored already."""
    one = entry.filed
    stored = StoredAnalysis(uuid.uuid4().hex, now, one.content, entry.company_domain, is_new=True)
    values = {
        **one.columns,
        "id": stored.id,
        "digest": entry.digest,
        "created_at": now,
        "company_domain": entry.company_domain,
    }
    number = connection.execute(_if_unknown(connection.dialect.name), values).scalar()
    if number is None:
        return None
    connection.execute(
        insert_into(connection, DocumentRow), {"number": number, "document": one.content}
    )
    _index(connection, number, one)
    if entry.company_domain:
        _know_company(connection, entry.company_domain, values)
    return stored


@cache
def _if_unknown(dialect: str) -> ReturningInsert[int]:
    """The INSERT of a posting that does nothing where its digest is known."""
    statement = insertion(dialect, AnalysisRow).on_conflict_do_nothing(index_elements=["digest"])
    return statement.returning(AnalysisRow.number)


def _index(connection: Connection, number: int, one: Filed) -> None:
    rows = [{"number": number, "aspect": a, "direction": d} for a, d in one.aspects]
    if rows:
        connection.execute(insert_into(connection, AspectRow), rows)
    search.index(connection, number, one.words)


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


def _renewed(connection: Connection, known: Row[Any] | None, entry: Entry) -> StoredAnalysis:
    if known is None:
        raise no_such("")  # deleted between two looks: as good as never stored
    if known.rulebook == entry.filed.columns["rulebook"]:
        return stored_in(known)
    content = {**known.document, "report": entry.filed.content["report"]}
    _renew(connection, known.number, filed(content))
    return StoredAnalysis(known.id, utc(known.created_at), content, known.company_domain)


def _by_digest(connection: Connection, digest: str) -> Row[Any] | None:
    return connection.execute(_BY_DIGEST, {"digest": digest}).first()
