"""`/analyses/{id}/corrections`: the seeker's own word on a report."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from server import state
from server.api.reading import Blueprint
from server.correcting import read_correction
from server.documents import Document
from server.store import add_correction, forget_correction, list_corrections
from server.store.corrections import LONGEST_NOTE, LONGEST_RULE
from signals.model import Position

blueprint = Blueprint("corrections", __name__, description="The seeker's own word on a report")

_PLACE = validate.Range(min=0, max=2**31 - 1)


class CorrectionSchema(Schema):
    """What is wrong with a report: its position, one rule's quote, or what the note says."""

    position = fields.String(
        load_default=None, allow_none=True, validate=validate.OneOf([*Position])
    )
    rule = fields.String(
        load_default=None, allow_none=True, validate=validate.Length(max=LONGEST_RULE)
    )
    start = fields.Integer(load_default=None, allow_none=True, strict=True, validate=_PLACE)
    end = fields.Integer(load_default=None, allow_none=True, strict=True, validate=_PLACE)
    note = fields.String(load_default="", validate=validate.Length(max=LONGEST_NOTE))


class StoredCorrectionSchema(CorrectionSchema):
    """One stored correction."""

    id = fields.String(required=True)
    created_at = fields.String(required=True)


class CorrectionsSchema(Schema):
    """What was said of one analysis, the oldest first."""

    items = fields.List(fields.Nested(StoredCorrectionSchema), required=True)


@blueprint.post("/analyses/<analysis_id>/corrections")
@blueprint.arguments(CorrectionSchema)
@blueprint.response(201, StoredCorrectionSchema)
def add(correction: dict[str, Any], analysis_id: str) -> Document:
    """Keep what the seeker says of a report; the report stays as it is."""
    return add_correction(state.store(), analysis_id, read_correction(correction)).document


@blueprint.get("/analyses/<analysis_id>/corrections")
@blueprint.response(200, CorrectionsSchema)
def said(analysis_id: str) -> Document:
    """List what was said of a report."""
    return {"items": [one.document for one in list_corrections(state.store(), analysis_id)]}


@blueprint.delete("/corrections/<correction_id>")
@blueprint.response(204)
def forget(correction_id: str) -> str:
    """Forget one correction."""
    forget_correction(state.store(), correction_id)
    return ""
