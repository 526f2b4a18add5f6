"""Lists what was analysed: filtered, searched, sorted, page by page."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from server.documents import Document, timestamp
from server.errors import BadRequest
from server.store.database import Store
from server.store.filtering import EVERYTHING, Filter, Narrowed, narrowed
from server.store.moments import utc
from server.store.schema import AnalysisRow, DocumentRow
from signals.model import Position

PAGE_SIZE = 50
"""Analyses a page shows where the caller does not say."""


_MOST_SITES = 500
_OPENING = 500
"""Characters of a summary's opening."""


class Sort(StrEnum):
    """In which order a list comes; whichever, the postings that are unclear never come first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ASYNC = "async"  # the most async first, what is unclear last
    SYNC = "sync"
    COMPANY = "company"


_COLUMNS: dict[Sort, InstrumentedAttribute[Any]] = {
    Sort.ASYNC: AnalysisRow.from_async,
    Sort.SYNC: AnalysisRow.from_sync,
    Sort.COMPANY: AnalysisRow.company_key,
}
"""What decides before the number does."""

_SHOWN = (
    AnalysisRow.number,
    AnalysisRow.id,
    AnalysisRow.created_at,
    AnalysisRow.title,
    AnalysisRow.company,
    AnalysisRow.company_domain,
    AnalysisRow.site,
    AnalysisRow.url,
    AnalysisRow.position,
    AnalysisRow.score,
    AnalysisRow.confidence,
)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of an analysis.

    `opening` is how the text begins where neither a title nor a site says which posting it is.
    """

    id: str
    created_at: datetime
    title: str | None
    company: str | None
    company_domain: str | None
    site: str | None
    url: str | None
    position: Position
    score: float
    confidence: float
    opening: str = ""

    @property
    def document(self) -> Document:
        """The summary as the API shows it."""
        return {
            "id": self.id,
            "created_at": timestamp(self.created_at),
            "title": self.title,
            "company": self.company,
            "company_domain": self.company_domain,
            "site": self.site,
            "url": self.url,
            "position": self.position,
            "label": self.position.label,
            "score": self.score,
            "confidence": self.confidence,
        }


def list_analyses(
    store: Store,
    wanted: Filter = EVERYTHING,
    *,
    sort: Sort = Sort.NEWEST,
    cursor: str | None = None,
    limit: int = PAGE_SIZE,
) -> tuple[Sequence[Summary], str | None]:
    """Return one page of summaries, and the cursor of the next one or None.

    Raises:
        BadRequest: the cursor is none that this function returned for this order.
        StoreError: the database cannot be used.
    """
    after = _from_cursor(cursor, sort) if cursor else None
    columns = [*_SHOWN, _COLUMNS[sort].label("place")] if sort in _COLUMNS else _SHOWN
    with store.transaction() as connection:
        query = _ordered(narrowed(connection, select(*columns), wanted), sort, after)
        rows = connection.execute(query.limit(limit + 1)).all()
        page = rows[:limit]
        openings = _openings(connection, page)
    following = _to_cursor(page[-1], sort) if len(rows) > limit else None
    return [_summary(row, openings.get(row.number, "")) for row in page], following


def list_sites(store: Store) -> Sequence[str]:
    """Return where postings were read: boards' ids and host names, in their order.

    Raises:
        StoreError: the database cannot be used.
    """
    query = select(AnalysisRow.site).where(AnalysisRow.site.is_not(None)).distinct()
    with store.transaction() as connection:
        return sorted(site for site in connection.scalars(query.limit(_MOST_SITES)) if site)


def _ordered(found: Narrowed, sort: Sort, after: tuple[Any, int] | None) -> Any:
    """The query in its order, behind the place where the page before ended.

    Where a search finds the rows, its own number orders them: the index yields them in that order.
    """
    number = found.number
    if sort in _COLUMNS:
        column = _COLUMNS[sort]
        query = found.query.order_by(column, number)
        return query.where(tuple_(column, number) > tuple_(*after)) if after else query
    if sort is Sort.OLDEST:
        query = found.query.order_by(number)
        return query.where(number > after[1]) if after else query
    query = found.query.order_by(number.desc())
    return query.where(number < after[1]) if after else query


def _openings(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, str]:
    """How the texts of the rows begin that have neither title nor site, by number."""
    nameless = [row.number for row in rows if row.title is None and row.site is None]
    if not nameless:
        return {}
    query = select(DocumentRow.number, DocumentRow.document).where(DocumentRow.number.in_(nameless))
    found = connection.execute(query)
    return {number: document["posting"]["text"][:_OPENING] for number, document in found}


def _summary(row: Row[Any], opening: str) -> Summary:
    return Summary(
        row.id,
        utc(row.created_at),
        row.title,
        row.company,
        row.company_domain,
        row.site,
        row.url,
        Position(row.position),
        row.score,
        row.confidence,
        opening,
    )


def _to_cursor(row: Row[Any], sort: Sort) -> str:
    place = [sort, row.place if sort in _COLUMNS else None, row.number]
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()


def _from_cursor(cursor: str, sort: Sort) -> tuple[Any, int]:
    try:
        of, value, number = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise _bad_cursor() from error
    expected = str if sort is Sort.COMPANY else int if sort in _COLUMNS else type(None)
    fits = of == sort and type(value) is expected and type(number) is int
    if not fits or any(isinstance(one, int) and abs(one) >= 2**62 for one in (value, number)):
        raise _bad_cursor()
    return value, number


def _bad_cursor() -> BadRequest:
    todo = "Leave it out to begin with the first page"
    return BadRequest("is no cursor of this list", where="cursor", todo=todo)
