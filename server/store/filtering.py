"""Which analyses a list is to show, and the query that finds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session

from server.store import search
from server.store.derived import company_key
from server.store.schema import AnalysisRow, AspectRow
from server.store.storable import storable
from signals.model import Aspect, Direction, Position


@dataclass(frozen=True, slots=True)
class Filter:
    """Which analyses are wanted; what is empty or None narrows nothing.

    Attributes:
        words: words that title, company, location or text must hold; "so quoted" they stay
            together.
        positions: where on the spectrum.
        aspect: what a signal must be about.
        direction: which way that signal, or any signal, must lean.
        site: a board's id, or a host name.
        company: a company's domain, or its name.
        since: the first day, in UTC.
        until: the last day.
    """

    words: str = ""
    positions: tuple[Position, ...] = ()
    aspect: Aspect | None = None
    direction: Direction | None = None
    site: str = ""
    company: str = ""
    since: date | None = None
    until: date | None = None


EVERYTHING = Filter()
"""Narrows nothing."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A query for what a filter wants; to be ordered by `number`, the column the search yields."""

    query: Select[Any]
    number: ColumnElement[int]


def narrowed(session: Session, query: Select[Any], wanted: Filter) -> Narrowed:
    """Return a query over analyses, narrowed to what is wanted."""
    number: Any = AnalysisRow.number
    found = search.matches(session, wanted.words) if wanted.words.strip() else None
    if found is not None:
        query = query.join(found.table, found.number == AnalysisRow.number).where(found.condition)
        number = found.number
    for condition in _conditions(wanted):
        query = query.where(condition)
    return Narrowed(query, number)


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.positions:
        found.append(AnalysisRow.position.in_(wanted.positions))
    if wanted.aspect or wanted.direction:
        found.append(_has_signal(wanted))
    if wanted.site:
        found.append(AnalysisRow.site == storable(wanted.site.strip().lower(), 255))
    if wanted.company:
        found.append(_is_company(wanted.company))
    if wanted.since:
        found.append(AnalysisRow.created_at >= _midnight(wanted.since))
    if wanted.until and wanted.until < date.max:
        found.append(AnalysisRow.created_at < _midnight(wanted.until + timedelta(days=1)))
    return found


def _has_signal(wanted: Filter) -> ColumnElement[bool]:
    query = select(AspectRow.number).where(AspectRow.number == AnalysisRow.number)
    if wanted.aspect:
        query = query.where(AspectRow.aspect == wanted.aspect)
    if wanted.direction:
        query = query.where(AspectRow.direction == wanted.direction)
    return exists(query)


def _is_company(name: str) -> ColumnElement[bool]:
    domain = storable(name.strip().lower(), 255)
    if "." in domain and " " not in domain:
        return AnalysisRow.company_domain == domain
    return AnalysisRow.company_key == company_key(name)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
