"""What the API takes and gives, as marshmallow schemas; the OpenAPI document comes from them."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from server.cards import MOST_CARDS


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
    posting = fields.Nested(PostingSchema, required=True)
    report = fields.Nested(ReportSchema, required=True)


class SummarySchema(Schema):
    """What a list shows of an analysis."""

    id = fields.String(required=True)
    created_at = fields.String(required=True)
    title = fields.String(required=True, allow_none=True)
    company = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)
    position = fields.String(required=True)
    label = fields.String(required=True)
    confidence = fields.Float(required=True)


class ListSchema(Schema):
    """One page of summaries, newest first; `next` is the cursor of the following page or null."""

    items = fields.List(fields.Nested(SummarySchema), required=True)
    next = fields.String(required=True, allow_none=True)


class ListQuerySchema(Schema):
    """Which page of the list."""

    cursor = fields.String(load_default=None, validate=validate.Length(max=200))
    limit = fields.Integer(load_default=50, validate=validate.Range(min=1, max=200))


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


class CardTextSchema(Schema):
    """One card of a list, as the page shows it."""

    url = fields.String(allow_none=True, validate=validate.Length(max=4000))
    title = fields.String(allow_none=True, validate=validate.Length(max=1000))
    company = fields.String(allow_none=True, validate=validate.Length(max=1000))
    location = fields.String(allow_none=True, validate=validate.Length(max=1000))
    text = fields.String(load_default="", validate=validate.Length(max=20_000))


class CardsSchema(Schema):
    """The cards of a list that came into view."""

    cards = fields.List(
        fields.Nested(CardTextSchema), required=True, validate=validate.Length(max=MOST_CARDS)
    )


class CardVerdictSchema(Schema):
    """What a card may show; `known_by` is `posting` (seen before) or `card` (its own text)."""

    position = fields.String(required=True)
    label = fields.String(required=True)
    confidence = fields.Float(required=True)
    quote = fields.String(required=True)
    known_by = fields.String(required=True)


class CardVerdictsSchema(Schema):
    """One verdict for each card, in their order; null where nothing is known."""

    verdicts = fields.List(fields.Nested(CardVerdictSchema, allow_none=True), required=True)


class PostingPartsSchema(Schema):
    """Where a posting's parts stand: CSS selectors, the most exact first."""

    title = fields.List(fields.String(), required=True)
    company = fields.List(fields.String(), required=True)
    location = fields.List(fields.String(), required=True)
    description = fields.List(fields.String(), required=True)


class CardSchema(Schema):
    """Where a list's cards are, and a card's parts; empty selectors stand for none."""

    item = fields.String(required=True)
    title = fields.String(required=True)
    link = fields.String(required=True)
    company = fields.String(required=True)
    location = fields.String(required=True)
    text = fields.String(required=True)
    badge = fields.String(required=True)


class SiteSchema(Schema):
    """One job board; the patterns are regular expressions over path and query, empty for none."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    hosts = fields.List(fields.String(), required=True)
    postings = fields.String(required=True)
    lists = fields.String(required=True)
    list_title = fields.String(required=True)
    posting_id = fields.String(required=True)
    posting = fields.Nested(PostingPartsSchema, required=True)
    card = fields.Nested(CardSchema, required=True, allow_none=True)


class SitesSchema(Schema):
    """The job boards that Syncline knows."""

    version = fields.String(required=True)
    sites = fields.List(fields.Nested(SiteSchema), required=True)


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
