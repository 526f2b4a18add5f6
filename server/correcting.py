"""A correction as it was sent becomes one worth keeping."""

from __future__ import annotations

from server.documents import Document
from server.errors import BadRequest
from server.store import Correction
from signals.model import Position


def read_correction(document: Document) -> Correction:
    """Return the correction that a document or a form words.

    Raises:
        BadRequest: it says nothing, or half of a place in the text.
    """
    position, rule = document.get("position") or None, document.get("rule") or None
    start, end = document.get("start"), document.get("end")
    note = str(document.get("note") or "").strip()
    if position is None and rule is None and not note:
        raise BadRequest("choose what is wrong, or write a note")
    if position is not None and position not in list(Position):
        raise BadRequest("is no position of the spectrum", where="position")
    if (start is None) != (end is None) or (start is not None and start > end):
        raise BadRequest("is no place in the text", where="start", todo="Give start and end")
    return Correction(Position(position) if position else None, rule, start, end, note)
