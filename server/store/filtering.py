"""Which analyses a list is to show, and the query that finds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select
from sqlalchemy.orm import aliased

from server.filing.derived import company_key
from server.filing.storable import storable
from server.store import search
from server.store.schema import AnalysisRow, AspectRow
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


def narrowed(connection: Connection, query: Select[Any], wanted: Filter) -> Narrowed:
    """Return a query over analyses, narrowed to what is wanted."""
    number: Any = AnalysisRow.number
    found = search.matches(connection, wanted.words) if wanted.words.strip() else None
    if found is not None:
        if found.table is not None:
            query = query.join(found.table, found.number == AnalysisRow.number)
        query = query.where(found.condition)
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
    return [*found, *_in_days(wanted)]


def _in_days(wanted: Filter) -> list[ColumnElement[bool]]:
    """The days asked for, and the numbers within which theirs lie: lists are walked by number."""
    row = aliased(AnalysisRow)
    days: list[tuple[ColumnElement[bool], ColumnElement[bool]]] = []
    if wanted.since:
        first = _midnight(wanted.since)
        days.append((AnalysisRow.created_at >= first, row.created_at >= first))
    if wanted.until and wanted.until < date.max:
        end = _midnight(wanted.until + timedelta(days=1))
        days.append((AnalysisRow.created_at < end, row.created_at < end))
    if not days:
        return []
    inside = [condition for _, condition in days]
    least = select(func.min(row.number)).where(*inside).scalar_subquery()
    most = select(func.max(row.number)).where(*inside).scalar_subquery()
    bounds = [AnalysisRow.number >= least, AnalysisRow.number <= most]
    return [*(condition for condition, _ in days), *bounds]


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
