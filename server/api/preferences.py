"""`/preferences`: what the service does by itself."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from marshmallow import Schema, fields, validate

from server import state
from server.api.reading import Blueprint
from server.documents import Document
from server.store import Preferences, load_preferences, save_preferences

blueprint = Blueprint("preferences", __name__, description="What the service does by itself")

MOST_DAYS = 36_500
"""A hundred years."""


class PreferencesSchema(Schema):
    """`keep_days`: days after which an analysis is deleted; null keeps all."""

    check_companies = fields.Boolean(load_default=False)
    keep_days = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(1, MOST_DAYS)
    )


@blueprint.get("/preferences")
@blueprint.response(200, PreferencesSchema)
def preferences() -> Document:
    """Return what the service does by itself."""
    return asdict(load_preferences(state.store()))


@blueprint.put("/preferences")
@blueprint.arguments(PreferencesSchema)
@blueprint.response(200, PreferencesSchema)
def replace(document: dict[str, Any]) -> Document:
    """Say what the service shall do by itself."""
    save_preferences(state.store(), Preferences(**document))
    return document
