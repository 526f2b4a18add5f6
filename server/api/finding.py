"""What a finding and its mark look like in answers."""

from __future__ import annotations

from marshmallow import Schema, fields


class VisitSchema(Schema):
    """One address that was looked at, and what was there."""

    url = fields.String(required=True)
    result = fields.String(required=True)


class HandbookSignalSchema(Schema):
    """One thing that a handbook says about how people communicate."""

    rule = fields.String(required=True)
    aspect = fields.String(required=True)
    direction = fields.String(required=True)
    quote = fields.String(required=True)


class FindingSchema(Schema):
    """Whether a company publishes a handbook; findings of an earlier version lack the last two."""

    company = fields.String(required=True)
    domain = fields.String(required=True)
    outcome = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)
    host = fields.String(required=True, allow_none=True)
    evidence = fields.String(required=True, allow_none=True)
    why = fields.String(required=True)
    looked_at = fields.List(fields.Nested(VisitSchema), required=True)
    checked_at = fields.String(required=True)
    trusted_until = fields.String()
    signals = fields.List(fields.Nested(HandbookSignalSchema))


class HandbookMarkSchema(Schema):
    """What a card shows of a finding."""

    outcome = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)
