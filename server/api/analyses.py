"""`/analyses`: submit, read, delete."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from server import state
from server.analysing import Submission, entry_for, keep
from server.api.reading import Blueprint
from server.api.schemas import AnalysisSchema, SubmissionSchema
from server.documents import Document
from server.showing import shown
from server.store import delete_analysis, find_analysis

blueprint = Blueprint("analyses", __name__, description="Postings and what they say")


@blueprint.post("/analyses")
@blueprint.arguments(SubmissionSchema())  # type: ignore[arg-type]  # a class is made anew each time
@blueprint.response(201, AnalysisSchema, description="Stored just now")
@blueprint.alt_response(200, schema=AnalysisSchema, description="Stored before")
def submit(submission: dict[str, Any]) -> tuple[Response, int]:
    """Analyse a page or a text, and store what it says."""
    service = state.service()
    entry = entry_for(Submission(**submission), service)
    with service.store.one_transaction():
        stored = keep(entry, service)
        document = shown(stored, service.store)
    # A response, for the document has its schema's shape already: this is asked most of all.
    return jsonify(document), 201 if stored.is_new else 200


@blueprint.get("/analyses/<analysis_id>")
@blueprint.response(200, AnalysisSchema)
def stored(analysis_id: str) -> Document:
    """Return one analysis."""
    return shown(find_analysis(state.store(), analysis_id), state.store())


@blueprint.delete("/analyses/<analysis_id>")
@blueprint.response(204)
def delete(analysis_id: str) -> str:
    """Delete one analysis."""
    delete_analysis(state.store(), analysis_id)
    return ""
