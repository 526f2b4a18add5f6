"""The page of a posting: what was read of it, and the button that deletes it."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from server import state
from server.documents import Document
from server.errors import NoSuchAnalysis
from server.pages.marking import pieces
from server.pages.refusals import Refusal
from server.showing import shown
from server.store import delete_analysis, find_analysis, list_corrections
from signals.model import SPECTRUM, Direction, Position

blueprint = Blueprint(
    "pages",
    __name__,
    template_folder="templates",
    static_folder="static",
    static_url_path="/static",
)


@blueprint.get("/analyses/<analysis_id>")
def report(analysis_id: str) -> str:
    """One report: badge, spectrum, reasons with their quotes, contradictions, questions."""
    return report_page(analysis_id)


def report_page(
    analysis_id: str, *, typed: Document | None = None, refusal: Refusal | None = None
) -> str:
    """Return the page of a report; `typed` is what its form for corrections is filled in with.

    Raises:
        NoSuchAnalysis: there is no such report.
        StoreError: the database cannot be used.
    """
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
        pieces=pieces(content["posting"]["text"], content["report"]["signals"]),
        handbook=content["handbook"],
        company_domain=content["company_domain"],
        corrections=list_corrections(state.store(), analysis_id),
        positions=Position,
        quotes=quotes_of(content["report"]),
        typed=typed or {},
        refusal=refusal,
    )


def quotes_of(report: Document) -> dict[str, Document]:
    """Return a report's signals by what names their quotes in a form.

    That is rule and place, not a number: the posting may be read again while the form is open.
    """
    return {f"{one['rule']}@{one['evidence']['start']}": one for one in report["signals"]}


@blueprint.post("/analyses/<analysis_id>/delete")
def delete(analysis_id: str) -> Response:
    """Delete one analysis and go back to the list."""
    with suppress(NoSuchAnalysis):  # gone already: what was wanted
        delete_analysis(state.store(), analysis_id)
    return redirect(url_for("pages.home"), 303)
