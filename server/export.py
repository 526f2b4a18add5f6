"""All that was analysed, written out piece by piece: JSON for programs, CSV for spreadsheets.

The profile is in neither, nor a fit that follows from it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain

from server.documents import Document, timestamp
from server.store import Exported, Store, all_analyses, list_companies

_COLUMNS = (
    "id",
    "created_at",
    "title",
    "company",
    "company_domain",
    "location",
    "url",
    "position",
    "score",
    "confidence",
    "language",
    "async_signals",
    "sync_signals",
    "contradictions",
    "strongest_quote",
    "handbook",
    "corrected_position",
    "notes",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def json_pieces(store: Store) -> Iterator[str]:
    """Yield one JSON document: analyses with their corrections, oldest first, and companies.

    Raises:
        StoreError: the database cannot be used; before the first piece, or while it goes on.
    """
    head = {"format": 1, "exported_at": timestamp(datetime.now(UTC))}
    yield json.dumps(head)[:-1] + ', "analyses": [\n'
    yield from _listed(one.document for one in all_analyses(store))
    yield '\n], "companies": [\n'
    yield from _listed(_companies(store))
    yield "\n]}\n"


def csv_pieces(store: Store) -> Iterator[str]:
    """Yield one line for each analysis, below a line of headings.

    Raises:
        StoreError: the database cannot be used; before the first piece, or while it goes on.
    """
    handbooks = {one["domain"]: one["finding"] for one in _companies(store)}
    yield _line(_COLUMNS)
    for one in all_analyses(store):
        yield _line([_cell(value) for value in _values(one, handbooks)])


def begun(pieces: Iterator[str]) -> Iterator[str]:
    """Return the same pieces with the first one made: what fails at once can still be answered."""
    return chain([next(pieces)], pieces)


def _companies(store: Store) -> Iterator[Document]:
    following: str | None = ""
    while following is not None:
        page, following = list_companies(store, after=following)
        yield from (one.document for one in page)


def _listed(documents: Iterator[Document]) -> Iterator[str]:
    for number, document in enumerate(documents):
        yield (",\n" if number else "") + json.dumps(document)


def _values(one: Exported, handbooks: dict[str, Document | None]) -> Sequence[object]:
    posting, report = one.document["posting"], one.document["report"]
    directions = [signal["direction"] for signal in report["signals"]]
    reasons = report["badge"]["reasons"]
    handbook = handbooks.get(one.document["company_domain"] or "")
    said = one.document["corrections"]
    return (
        one.document["id"],
        one.document["created_at"],
        posting["title"],
        posting["company"],
        one.document["company_domain"],
        posting["location"],
        posting["url"],
        report["position"],
        report["score"],
        report["confidence"],
        report["language"],
        directions.count("async"),
        directions.count("sync"),
        len(report["contradictions"]),
        reasons[0]["evidence"]["quote"] if reasons else "",
        handbook["outcome"] if handbook else "",
        next((one["position"] for one in reversed(said) if one["position"]), ""),
        " | ".join(one["note"] for one in said if one["note"]),
    )


def _cell(value: object) -> object:
    """A cell that no spreadsheet runs: a number stays one, a text never begins like a formula."""
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" \n").startswith(_FORMULA):
        return f"'{value}"
    return value


def _line(values: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue().encode("utf-8", "replace").decode("utf-8")
