"""The pages' views: parse, call one function, shape the answer."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server import state
from server.analysing import Submission, analyse
from server.api.problems import status_of
from server.errors import NoSuchAnalysis
from server.pages.links import SAYS, name, web_link
from server.pages.marking import mark, pieces
from server.showing import shown
from server.store import delete_analysis, find_analysis, list_analyses, list_corrections
from server.wording import SUITS
from signals.errors import SynclineError
from signals.model import SPECTRUM, Direction, Position

blueprint = Blueprint(
    "pages",
    __name__,
    template_folder="templates",
    static_folder="static",
    static_url_path="/static",
)

_NEWEST = 10


@blueprint.get("/")
def home() -> str:
    """The form and the list of what was analysed before."""
    return _home()


@blueprint.post("/")
def submit() -> Response | tuple[str, int]:
    """Analyse what was pasted; what is wrong is said beside the form, and nothing typed is lost."""
    url, text = request.form.get("url", "").strip(), request.form.get("text", "").strip()
    try:
        stored = analyse(
            Submission(url=url or None, text=text or None),
            state.store(),
            state.settings(),
            state.checker(),
        )
    except SynclineError as error:
        return _home(error=str(error), url=url, text=text), status_of(error)
    return redirect(url_for("pages.report", analysis_id=stored.id), 303)


@blueprint.get("/analyses/<analysis_id>")
def report(analysis_id: str) -> str:
    """One report: badge, spectrum, reasons with their quotes, contradictions, questions."""
    stored = find_analysis(state.store(), analysis_id)
    content = shown(stored, state.store())
    return render_template(
        "report.html",
        posting=content["posting"],
        report=content["report"],
        analysis_id=stored.id,
        created_at=stored.created_at,
        spectrum=SPECTRUM,
        directions=Direction,
        mark=mark,
        pieces=pieces(content["posting"]["text"], content["report"]["signals"]),
        suits=SUITS,
        handbook=content["handbook"],
        company_domain=content["company_domain"],
        says=SAYS,
        link=web_link,
        corrections=list_corrections(state.store(), analysis_id),
        positions=Position,
        day=day,
    )


@blueprint.post("/analyses/<analysis_id>/delete")
def delete(analysis_id: str) -> Response:
    """Delete one analysis and go back to the list."""
    with suppress(NoSuchAnalysis):  # gone already: what was wanted
        delete_analysis(state.store(), analysis_id)
    return redirect(url_for("pages.home"), 303)


def _home(error: str | None = None, url: str = "", text: str = "") -> str:
    summaries, _ = list_analyses(state.store(), limit=_NEWEST)
    return render_template(
        "home.html",
        error=error,
        url=url,
        text=text,
        summaries=summaries,
        spectrum=SPECTRUM,
        day=day,
        name=name,
    )


def day(moment: datetime) -> str:
    """A moment as a date in words: 24 November 2026."""
    return f"{moment.day} {moment:%B %Y}"
