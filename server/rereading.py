"""Reads stored postings again that an earlier rule book has read."""

from __future__ import annotations

from server.documents import Document, report_document
from server.store import Store, outdated, renew_reports
from signals import Posting, ReadBy, analyze
from signals.rulebook import load

BATCH = 20
"""Postings renewed in one transaction."""


def reread(store: Store) -> int:
    """Renew some outdated reports; return how many, 0 when all are of the present rule book.

    Raises:
        StoreError: the database cannot be used; these reports stay as they are.
    """
    rulebook = load().version
    found = outdated(store, rulebook, limit=BATCH)
    renewed = {number: _again(content) for number, content in found.items()}
    if renewed:
        renew_reports(store, renewed, rulebook)
    return len(renewed)


def _again(content: Document) -> Document:
    kept = content["posting"]
    posting = Posting(**{**kept, "read_by": ReadBy(kept["read_by"])})
    return {"posting": kept, "report": report_document(analyze(posting))}
