"""What an analysis will be in the store, worked out before the database is asked for anything."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from server.documents import Document, posting_document, report_document
from server.filing.derived import derived_values, searched_texts, storable_domain
from server.filing.folding import words_of
from server.filing.storable import storable_or_none
from signals.model import Posting, Report
from signals.sites import posting_key


@dataclass(frozen=True, slots=True)
class Filed:
    """Posting and report as the API shows them, and what they are found by.

    Attributes:
        columns: what lists filter and sort by.
        aspects: what the report has signals of, in which directions.
        words: what a search looks through.
    """

    content: Document
    columns: dict[str, Any]
    aspects: tuple[tuple[str, str], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is stored of an analysis but its id and its time.

    Attributes:
        digest: the same for the same posting, under whichever of its addresses.
        company_domain: who hires.
    """

    digest: str
    filed: Filed
    company_domain: str | None = None


def entry_of(posting: Posting, report: Report, *, company_domain: str | None = None) -> Entry:
    """Return what is stored of an analysis."""
    content = {"posting": posting_document(posting), "report": report_document(report)}
    return Entry(content_digest(posting), filed(content), storable_domain(company_domain))


def filed(content: Document) -> Filed:
    """Return posting and report with what they are found by."""
    found = {(one["aspect"], one["direction"]) for one in content["report"]["signals"]}
    words = words_of(*searched_texts(content))
    return Filed(content, derived_values(content), tuple(sorted(found)), words)


def content_digest(posting: Posting) -> str:
    """Return what is the same for the same posting, under whichever of its addresses."""
    key = storable_or_none(posting_key(posting.url), 300)
    parts = (key or "", posting.title or "", posting.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
