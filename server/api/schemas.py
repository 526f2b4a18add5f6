"""What the API takes and gives, as marshmallow schemas; the OpenAPI document comes from them."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from server.api.finding import FindingSchema


class SubmissionSchema(Schema):
    """What to analyse: html or text with the address it came from, or only an address."""

    url = fields.String(allow_none=True, validate=validate.Length(max=4000))
    html = fields.String(allow_none=True)
    text = fields.String(allow_none=True)


class EvidenceSchema(Schema):
    """The quote a signal rests on; offsets count code points of the posting's text."""

    quote = fields.String(required=True)
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    found_start = fields.Integer(required=True)
    found_end = fields.Integer(required=True)
    source = fields.String(required=True)


class SignalSchema(Schema):
    """One thing the posting says about how people work together."""

    rule = fields.String(required=True)
    aspect = fields.String(required=True)
    direction = fields.String(required=True, validate=validate.OneOf(["async", "sync"]))
    weight = fields.Float(required=True)
    why = fields.String(required=True)
    evidence = fields.Nested(EvidenceSchema, required=True)


class BadgeSchema(Schema):
    """What a listing shows."""

    label = fields.String(required=True)
    position = fields.String(required=True)
    confidence = fields.Float(required=True)
    reasons = fields.List(fields.Nested(SignalSchema), required=True)


class ContradictionSchema(Schema):
    """A claim and the fact that speaks against it."""

    text = fields.String(required=True)
    claim = fields.Nested(SignalSchema, required=True)
    fact = fields.Nested(SignalSchema, required=True)


class QuestionSchema(Schema):
    """A question for the interview; `aspect` is null for the definitive one."""

    text = fields.String(required=True)
    aspect = fields.String(required=True, allow_none=True)


class HoursFactSchema(Schema):
    """What the posting says about hours and zones."""

    kind = fields.String(required=True)
    text = fields.String(required=True)
    zones = fields.List(fields.String(), required=True)
    ambiguous = fields.Boolean(required=True)
    start = fields.String(required=True, allow_none=True)
    end = fields.String(required=True, allow_none=True)
    assumed = fields.Boolean(required=True)
    days = fields.List(fields.Integer(), required=True)
    west = fields.Float(required=True, allow_none=True)
    east = fields.Float(required=True, allow_none=True)
    overlap = fields.Float(required=True, allow_none=True)
    quote = fields.String(required=True)


class FitSchema(Schema):
    """What the job would mean for the seeker's profile."""

    suitability = fields.String(required=True)
    reasons = fields.List(fields.String(), required=True)
    hours = fields.List(fields.String(), required=True)


class ReportSchema(Schema):
    """All signals of a posting and what follows."""

    position = fields.String(required=True)
    label = fields.String(required=True)
    score = fields.Float(required=True)
    confidence = fields.Float(required=True)
    badge = fields.Nested(BadgeSchema, required=True)
    signals = fields.List(fields.Nested(SignalSchema), required=True)
    contradictions = fields.List(fields.Nested(ContradictionSchema), required=True)
    questions = fields.List(fields.Nested(QuestionSchema), required=True)
    facts = fields.List(fields.Nested(HoursFactSchema), required=True)
    fit = fields.Nested(FitSchema, required=True, allow_none=True)
    language = fields.String(required=True)
    unread_language = fields.String(required=True, allow_none=True)
    rulebook = fields.String(required=True)


class PostingSchema(Schema):
    """One job ad."""

    title = fields.String(required=True, allow_none=True)
    company = fields.String(required=True, allow_none=True)
    location = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)
    language = fields.String(required=True, allow_none=True)
    read_by = fields.String(required=True)
    text = fields.String(required=True)


class AnalysisSchema(Schema):
    """One stored analysis."""

    id = fields.String(required=True)
    created_at = fields.String(required=True)
    company_domain = fields.String(required=True, allow_none=True)
    handbook = fields.Nested(FindingSchema, required=True, allow_none=True)
    posting = fields.Nested(PostingSchema, required=True)
    report = fields.Nested(ReportSchema, required=True)


class HealthSchema(Schema):
    """Whether the service can do its work; `paired` is about the token sent with the question."""

    status = fields.String(required=True)
    version = fields.String(required=True)
    api = fields.Integer(required=True)
    paired = fields.Boolean(required=True)
    rulebook = fields.String(required=True)


class CodeSchema(Schema):
    """A code that the page Connect shows, and how to call the browser that brings it."""

    code = fields.String(required=True, validate=validate.Length(max=100))
    name = fields.String(load_default="", validate=validate.Length(max=1000))


class TokenSchema(Schema):
    """What a paired extension sends with each request, as `Authorization: Bearer`."""

    token = fields.String(required=True)
