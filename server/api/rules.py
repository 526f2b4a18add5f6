"""`/rules`: the rule book."""

from __future__ import annotations

from marshmallow import Schema, fields

from server.api.reading import Blueprint
from server.documents import Document
from server.rule_documents import rulebook_document

blueprint = Blueprint("rules", __name__, description="What Syncline looks for, and why")


class MeasuredSchema(Schema):
    """How often a rule was right on labelled ads."""

    found = fields.Integer(required=True)
    right = fields.Integer(required=True)


class RuleSchema(Schema):
    """One rule of the rule book; `measured` is null where it found nothing in the labelled ads."""

    id = fields.String(required=True)
    aspect = fields.String(required=True)
    language = fields.String(required=True)
    direction = fields.String(required=True)
    weight = fields.Float(required=True)
    why = fields.String(required=True)
    source = fields.String(required=True)
    matches = fields.List(fields.String(), required=True)
    misses = fields.List(fields.String(), required=True)
    measured = fields.Nested(MeasuredSchema, required=True, allow_none=True)


class RuleBookSchema(Schema):
    """The rule book; `version` changes with every change of a record."""

    version = fields.String(required=True)
    rules = fields.List(fields.Nested(RuleSchema), required=True)


@blueprint.get("/rules")
@blueprint.response(200, RuleBookSchema)
def rules() -> Document:
    """Return the rule book with its examples."""
    return rulebook_document()
