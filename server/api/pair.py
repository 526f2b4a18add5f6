"""`/pair`: a code of the page Connect becomes the token of one extension."""

from __future__ import annotations

from flask import request

from server import pairing, state
from server.api.reading import Blueprint
from server.api.schemas import CodeSchema, TokenSchema
from server.documents import Document

blueprint = Blueprint("pair", __name__, description="Pairs a browser's extension")


@blueprint.post("/pair")
@blueprint.arguments(CodeSchema)
@blueprint.response(201, TokenSchema)
def pair(given: dict[str, str]) -> Document:
    """Take a code once, and answer with the token that replaces it."""
    origin = request.headers.get("Origin")
    return {"token": pairing.redeem(state.store(), given["code"], given["name"], origin)}
