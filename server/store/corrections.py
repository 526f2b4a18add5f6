"""What the seeker says of a report: kept beside it, never changing it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from server.documents import Document, timestamp
from server.errors import NothingStored
from server.filing.storable import storable, storable_or_none
from server.store.analyses import no_such
from server.store.database import Store
from server.store.moments import utc
from server.store.schema import AnalysisRow, CorrectionRow
from signals.model import Position

LONGEST_NOTE = 2_000
LONGEST_RULE = 100


@dataclass(frozen=True, slots=True)
class Correction:
    """The seeker's own word on a report.

    Attributes:
        position: where the posting lies in their eyes, or None.
        rule: whose signal is wrong, or None.
        start: where its quote starts in the posting's text, or None.
        end: where it ends.
        note: why, in their words; may be empty.
    """

    position: Position | None = None
    rule: str | None = None
    start: int | None = None
    end: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoredCorrection:
    """One stored correction."""

    id: str
    analysis_id: str
    created_at: datetime
    correction: Correction

    @property
    def document(self) -> Document:
        """The correction as the API shows it."""
        said = self.correction
        return {
            "id": self.id,
            "created_at": timestamp(self.created_at),
            "position": said.position,
            "rule": said.rule,
            "start": said.start,
            "end": said.end,
            "note": said.note,
        }


def add_correction(store: Store, analysis_id: str, said: Correction) -> StoredCorrection:
    """Store what the seeker says of an analysis.

    Raises:
        NoSuchAnalysis: there is none of that id.
        StoreError: the database cannot be used; nothing was stored.
    """
    statement = insert(CorrectionRow).values(
        id=uuid.uuid4().hex,
        analysis_id=analysis_id,
        created_at=datetime.now(UTC),
        position=said.position,
        rule=storable_or_none(said.rule, LONGEST_RULE),
        quote_start=said.start,
        quote_end=said.end,
        note=storable(said.note.strip(), LONGEST_NOTE),
    )
    with store.transaction() as connection:
        _want_analysis(connection, analysis_id)
        return _stored(connection.execute(statement.returning(CorrectionRow)).one())


def list_corrections(store: Store, analysis_id: str) -> Sequence[StoredCorrection]:
    """Return what was said of an analysis, the oldest first.

    Raises:
        NoSuchAnalysis: there is none of that id.
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        _want_analysis(connection, analysis_id)
        return corrections_of(connection, [analysis_id]).get(analysis_id, [])


def corrections_of(
    connection: Connection, analysis_ids: Sequence[str]
) -> dict[str, list[StoredCorrection]]:
    """Return what was said of analyses, by their ids, the oldest first."""
    query = (
        select(CorrectionRow)
        .where(CorrectionRow.analysis_id.in_(analysis_ids))
        .order_by(CorrectionRow.created_at, CorrectionRow.id)
    )
    found: dict[str, list[StoredCorrection]] = {}
    for row in connection.execute(query):
        found.setdefault(row.analysis_id, []).append(_stored(row))
    return found


def forget_correction(store: Store, id_: str) -> str:
    """Delete a correction, and return the id of the analysis it was about.

    Raises:
        NothingStored: there is none of that id.
        StoreError: the database cannot be used.
    """
    statement = delete(CorrectionRow).where(CorrectionRow.id == storable(id_, 64))
    with store.transaction() as connection:
        gone = connection.execute(statement.returning(CorrectionRow.analysis_id)).first()
    if gone is None:
        raise NothingStored("no correction is stored under this id", where=id_[:64])
    return str(gone[0])


def _want_analysis(connection: Connection, analysis_id: str) -> None:
    query = select(AnalysisRow.number).where(AnalysisRow.id == storable(analysis_id, 64))
    if connection.scalar(query) is None:
        raise no_such(analysis_id)


def _stored(row: Row[Any]) -> StoredCorrection:
    said = Correction(
        Position(row.position) if row.position else None,
        row.rule,
        row.quote_start,
        row.quote_end,
        row.note,
    )
    return StoredCorrection(row.id, row.analysis_id, utc(row.created_at), said)
