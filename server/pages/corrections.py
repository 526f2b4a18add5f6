"""The forms of a posting's page by which the seeker says what is wrong."""

from __future__ import annotations

from contextlib import suppress

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server import state
from server.correcting import read_correction
from server.documents import Document
from server.errors import NothingStored
from server.pages.views import blueprint
from server.store import add_correction, find_analysis, forget_correction


@blueprint.post("/analyses/<analysis_id>/corrections")
def add_correction_form(analysis_id: str) -> Response:
    """Keep a correction and go back to it."""
    typed: Document = {name: request.form.get(name, "") for name in ("position", "rule", "note")}
    said = read_correction({**typed, **_place(analysis_id, typed["rule"])})
    add_correction(state.store(), analysis_id, said)
    return redirect(url_for("pages.report", analysis_id=analysis_id, _anchor="corrections"), 303)


@blueprint.post("/analyses/<analysis_id>/corrections/<correction_id>/forget")
def forget_correction_form(analysis_id: str, correction_id: str) -> Response:
    """Forget a correction and go back to the posting."""
    with suppress(NothingStored):  # gone already: what was wanted
        forget_correction(state.store(), correction_id)
    return redirect(url_for("pages.report", analysis_id=analysis_id, _anchor="corrections"), 303)


def _place(analysis_id: str, rule: str) -> Document:
    """Where a rule's quote stands in the posting; nothing where the report has no such rule."""
    report = find_analysis(state.store(), analysis_id).document["report"]
    for signal in report["signals"]:
        if signal["rule"] == rule:
            return {"start": signal["evidence"]["start"], "end": signal["evidence"]["end"]}
    return {}
