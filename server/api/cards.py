"""`/analyses/batch`: what the cards of a list may show."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from server import state
from server.api.finding import HandbookMarkSchema
from server.api.reading import Blueprint
from server.cards import MOST_CARDS, Card, judge_cards
from server.documents import Document

blueprint = Blueprint("cards", __name__, description="What the cards of a list may show")


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
    handbook = fields.Nested(HandbookMarkSchema, required=True, allow_none=True)


class CardVerdictsSchema(Schema):
    """One verdict for each card, in their order; null where nothing is known."""

    verdicts = fields.List(fields.Nested(CardVerdictSchema, allow_none=True), required=True)


@blueprint.post("/analyses/batch")
@blueprint.arguments(CardsSchema)
@blueprint.response(200, CardVerdictsSchema)
def cards(batch: dict[str, Any]) -> Document:
    """Say of a list's cards what is known, or what their own text says; stores nothing."""
    return {"verdicts": judge_cards([Card(**card) for card in batch["cards"]], state.store())}
