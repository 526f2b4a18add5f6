"""`/rules`: the rule book."""

from __future__ import annotations

from flask_smorest import Blueprint

from server.api.schemas import RuleBookSchema
from server.documents import Document
from server.rule_documents import rulebook_document

blueprint = Blueprint("rules", __name__, description="What Syncline looks for, and why")


@blueprint.get("/rules")
@blueprint.response(200, RuleBookSchema)
def rules() -> Document:
    """Return the rule book with its examples."""
    return rulebook_document()
