"""The forms of a posting's page by which the seeker says what is wrong."""

from __future__ import annotations

from contextlib import suppress

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server import state
from server.api.problems import status_of
from server.correcting import read_correction
from server.documents import Document
from server.errors import BadRequest, NothingStored
from server.pages.refusals import refusal_of
from server.pages.views import blueprint, quotes_of, report_page
from server.store import add_correction, find_analysis, forget_correction


@blueprint.post("/analyses/<analysis_id>/corrections")
def add_correction_form(analysis_id: str) -> Response | tuple[str, int]:
    """Keep a correction and go back to it; what is wrong is said in the form, nothing is lost."""
    typed: Document = {name: request.form.get(name, "") for name in ("position", "quote", "note")}
    try:
        said = read_correction({**typed, **_signal_named(analysis_id, typed["quote"])})
    except BadRequest as error:
        return report_page(analysis_id, typed=typed, refusal=refusal_of(error)), status_of(error)
    add_correction(state.store(), analysis_id, said)
    return redirect(url_for("pages.report", analysis_id=analysis_id, _anchor="corrections"), 303)


@blueprint.post("/analyses/<analysis_id>/corrections/<correction_id>/forget")
def forget_correction_form(analysis_id: str, correction_id: str) -> Response:
    """Forget a correction and go back to the posting."""
    with suppress(NothingStored):  # gone already: what was wanted
        forget_correction(state.store(), correction_id)
    return redirect(url_for("pages.report", analysis_id=analysis_id, _anchor="corrections"), 303)


def _signal_named(analysis_id: str, quote: str) -> Document:
    """The rule of the signal that was chosen, and where its quote stands; nothing for no choice."""
    if not quote:
        return {}
    report = find_analysis(state.store(), analysis_id).document["report"]
    signal = quotes_of(report).get(quote)
    if signal is None:  # the posting was read again since the form was shown
        raise BadRequest("this quote is no longer in the report", todo="Choose another, or none")
    place = signal["evidence"]
    return {"rule": signal["rule"], "start": place["start"], "end": place["end"]}
