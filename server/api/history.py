"""`GET /analyses`: what was analysed, filtered, searched, sorted."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from server import state
from server.api.reading import Blueprint
from server.documents import Document
from server.store import Filter, Sort, list_analyses
from signals.model import Aspect, Direction, Position

blueprint = Blueprint("history", __name__, description="What was analysed")


class SummarySchema(Schema):
    """What a list shows of an analysis."""

    id = fields.String(required=True)
    created_at = fields.String(required=True)
    title = fields.String(required=True, allow_none=True)
    company = fields.String(required=True, allow_none=True)
    company_domain = fields.String(required=True, allow_none=True)
    site = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)
    position = fields.String(required=True)
    label = fields.String(required=True)
    score = fields.Float(required=True)
    confidence = fields.Float(required=True)


class ListSchema(Schema):
    """One page of summaries; `next` is the cursor of the following page or null."""

    items = fields.List(fields.Nested(SummarySchema), required=True)
    next = fields.String(required=True, allow_none=True)


class ListQuerySchema(Schema):
    """Which analyses, in which order, and which page of them."""

    words = fields.String(
        data_key="q",
        load_default="",
        validate=validate.Length(max=500),
        metadata={"description": 'Words that must be there; "so quoted" they stay together'},
    )
    positions = fields.List(
        fields.Enum(Position, by_value=True),
        data_key="position",
        load_default=(),
        validate=validate.Length(max=len(Position)),
    )
    aspect = fields.Enum(Aspect, by_value=True)
    direction = fields.Enum(Direction, by_value=True)
    site = fields.String(load_default="", validate=validate.Length(max=255))
    company = fields.String(
        load_default="",
        validate=validate.Length(max=500),
        metadata={"description": "A company's domain, or its name"},
    )
    since = fields.Date(metadata={"description": "The first day, in UTC"})
    until = fields.Date(metadata={"description": "The last day, in UTC"})
    sort = fields.Enum(Sort, by_value=True, load_default=Sort.NEWEST)
    cursor = fields.String(validate=validate.Length(max=200))
    limit = fields.Integer(load_default=50, validate=validate.Range(min=1, max=200))


@blueprint.get("/analyses")
@blueprint.arguments(ListQuerySchema, location="query")
@blueprint.response(200, ListSchema)
def history(query: dict[str, Any]) -> Document:
    """List what was analysed, the newest first where nothing else is asked for."""
    page = {name: query.pop(name) for name in ("sort", "cursor", "limit") if name in query}
    summaries, following = list_analyses(state.store(), Filter(**query), **page)
    return {"items": [summary.document for summary in summaries], "next": following}
