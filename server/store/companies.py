"""The companies behind postings, and what was found of their handbooks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update

from scraper import HandbookFinding, finding_document
from server.documents import Document, timestamp
from server.errors import NothingStored
from server.filing.derived import company_key
from server.filing.storable import storable
from server.store.database import Store
from server.store.moments import utc
from server.store.schema import AnalysisRow, CompanyRow
from server.store.upserting import insert_into

_COLUMNS = (
    CompanyRow.domain,
    CompanyRow.name,
    CompanyRow.outcome,
    CompanyRow.finding,
    CompanyRow.trusted_until,
)


@dataclass(frozen=True, slots=True)
class Company:
    """One company; `postings` counts what is stored of it."""

    domain: str
    name: str | None
    finding: Document | None
    trusted_until: datetime | None
    postings: int

    def is_trusted(self, now: datetime) -> bool:
        """Whether its finding is young enough to be believed."""
        return self.trusted_until is not None and self.trusted_until > now

    @property
    def document(self) -> Document:
        """The company as the API shows it."""
        return {
            "domain": self.domain,
            "name": self.name,
            "postings": self.postings,
            "finding": self.finding,
            "trusted_until": timestamp(self.trusted_until) if self.trusted_until else None,
        }


def find_company(store: Store, domain: str) -> Company:
    """Return what is known of a company.

    Raises:
        NothingStored: nothing is.
        StoreError: the database cannot be used.
    """
    count = select(func.count()).where(AnalysisRow.company_domain == domain).scalar_subquery()
    query = select(*_COLUMNS, count.label("postings")).where(CompanyRow.domain == domain)
    with store.transaction() as connection:
        row = connection.execute(query).first()
    if row is None:
        raise NothingStored("no posting of this company is stored", where=domain[:100])
    return _company(row)


def list_companies(
    store: Store, *, after: str = "", limit: int = 100
) -> tuple[Sequence[Company], str | None]:
    """Return one page of companies by domain, those behind `after`, and the next one's `after`.

    Raises:
        StoreError: the database cannot be used.
    """
    count = (
        select(func.count())
        .where(AnalysisRow.company_domain == CompanyRow.domain)
        .scalar_subquery()
        .correlate(CompanyRow)
    )
    query = (
        select(*_COLUMNS, count.label("postings"))
        .where(CompanyRow.domain > storable(after, 255))
        .order_by(CompanyRow.domain)
        .limit(limit + 1)
    )
    with store.transaction() as connection:
        found = [_company(row) for row in connection.execute(query)]
    return found[:limit], found[limit - 1].domain if len(found) > limit else None


def keep_finding(store: Store, domain: str, finding: HandbookFinding) -> None:
    """Store what was found of a company's handbook, in place of an earlier finding.

    Raises:
        StoreError: the database cannot be used.
    """
    values = {
        "outcome": str(finding.outcome),
        "finding": finding_document(finding),
        "trusted_until": finding.trusted_until,
    }
    with store.transaction() as connection:
        statement = insert_into(connection, CompanyRow).values(domain=domain, name_key="", **values)
        statement = statement.on_conflict_do_update(index_elements=["domain"], set_=values)
        connection.execute(statement)


def forget_finding(store: Store, domain: str) -> None:
    """Forget what was found; a company that no posting names is forgotten whole.

    Raises:
        NothingStored: the company is not known.
        StoreError: the database cannot be used.
    """
    is_named = select(AnalysisRow.number).where(AnalysisRow.company_domain == domain).exists()
    is_it = CompanyRow.domain == domain
    emptied: dict[str, Any] = {"outcome": None, "finding": None, "trusted_until": None}
    with store.transaction() as connection:
        found = connection.scalar(select(CompanyRow.domain).where(is_it))
        connection.execute(update(CompanyRow).where(is_it).values(**emptied))
        connection.execute(delete(CompanyRow).where(is_it, ~is_named))
    if found is None:
        raise NothingStored("no posting of this company is stored", where=domain[:100])


def handbook_of(store: Store, domain: str | None) -> Document | None:
    """Return the finding of a company, or None where there is none.

    Raises:
        StoreError: the database cannot be used.
    """
    if domain is None:
        return None
    with store.transaction() as connection:
        return connection.scalar(select(CompanyRow.finding).where(CompanyRow.domain == domain))


def handbooks_by_name(store: Store, names: Sequence[str]) -> dict[str, Document]:
    """Return the findings of companies by their names, as those are written in `names`.

    A name that several companies bear says nothing, and is left out.

    Raises:
        StoreError: the database cannot be used.
    """
    keys = {name: company_key(name) for name in names}
    wanted = {key for key in keys.values() if key}
    query = select(CompanyRow.name_key, CompanyRow.finding).where(CompanyRow.name_key.in_(wanted))
    found: dict[str, list[Document | None]] = {}
    with store.transaction() as connection:
        for key, finding in connection.execute(query):
            found.setdefault(key, []).append(finding)
    return {
        name: finding
        for name, key in keys.items()
        if len(found.get(key, [])) == 1 and (finding := found[key][0]) is not None
    }


def _company(row: Row[Any]) -> Company:
    until = utc(row.trusted_until) if row.trusted_until else None
    return Company(row.domain, row.name, row.finding, until, row.postings)
