"""The page Analyse: paste an ad or give its address, and wait where that must be fetched."""

from __future__ import annotations

from flask import Response as Answer
from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server import state
from server.analysing import Submission, analyse
from server.api.problems import status_of
from server.companies.streaming import PATIENCE, event_stream
from server.errors import BadRequest
from server.pages.refusals import Refusal, refusal_of
from server.pages.views import blueprint
from server.readings import Reading
from server.store import StoredAnalysis, list_analyses
from signals.errors import SynclineError

_NEWEST = 10
_GRACE = 1.0
"""Seconds in which most pages are there: only slower ones are waited for on a page of their own."""


@blueprint.get("/")
def home() -> str:
    """The form and the list of what was analysed before."""
    return _home()


@blueprint.post("/")
def submit() -> Response | tuple[str, int]:
    """Analyse what was pasted; what is wrong is said beside the form, and nothing typed is lost."""
    url, text = request.form.get("url", "").strip(), request.form.get("text", "").strip()
    try:
        if not text and not url:
            todo = "Paste the ad's text or give its address"
            raise BadRequest("nothing was given", todo=todo)
        if text:
            return _to_report(_analysed(Submission(url=url or None, text=text)))
        reading = _started(url)
        if not reading.has_ended(_GRACE):
            return redirect(url_for("pages.wait", reading_id=reading.id), 303)
        return _to_report(reading.outcome.result())
    except SynclineError as error:
        return _home(refusal_of(error), url=url, text=text), status_of(error)


@blueprint.get("/reading/<reading_id>")
def wait(reading_id: str) -> str | Response | tuple[str, int]:
    """Say that an address is being read; at the end lead to its report, or say what is wrong."""
    reading = state.readings().find(reading_id)
    if not reading.has_ended(0):
        return render_template("wait.html", reading=reading)
    try:
        return _to_report(reading.outcome.result())
    except SynclineError as error:
        return _home(refusal_of(error), url=reading.url), status_of(error)


@blueprint.get("/reading/<reading_id>/events")
def wait_events(reading_id: str) -> Answer:
    """Follow a reading as server-sent events: `ended` is the only one."""
    return event_stream(state.readings().find(reading_id).follow(PATIENCE))


def _started(url: str) -> Reading:
    service = state.service()
    return service.readings.start(url, lambda: analyse(Submission(url=url), service))


def _analysed(submission: Submission) -> StoredAnalysis:
    return analyse(submission, state.service())


def _to_report(stored: StoredAnalysis) -> Response:
    return redirect(url_for("pages.report", analysis_id=stored.id), 303)


def _home(refusal: Refusal | None = None, url: str = "", text: str = "") -> str:
    summaries, _ = list_analyses(state.store(), limit=_NEWEST)
    return render_template(
        "home.html",
        refusal=refusal,
        url=url,
        text=text,
        summaries=summaries,
    )
