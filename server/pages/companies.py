"""The pages of companies: who hires, their handbook, and all their postings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server import state
from server.api.problems import status_of
from server.companies.asking import domain_named, look
from server.companies.checking import ENDED
from server.errors import BadRequest, NothingStored, ServiceBusy
from server.pages.refusals import Refusal, refusal_of
from server.pages.views import blueprint
from server.store import Filter, find_company, forget_finding, list_analyses, list_companies

_MOST_POSTINGS = 200


@blueprint.get("/companies")
def companies() -> str:
    """All companies behind postings."""
    return _companies()


@blueprint.post("/companies")
def check_named_company() -> Response | tuple[str, int]:
    """Look for the handbook at the domain that was typed; what is wrong is said beside it."""
    typed = request.form.get("domain", "").strip()
    try:
        return _look(domain_named(typed))
    except (BadRequest, ServiceBusy) as error:
        # Where it is wrong need not be said: the field shows it.
        return _companies(replace(refusal_of(error), where=None), typed), status_of(error)


@blueprint.get("/companies/<domain>")
def company(domain: str) -> str:
    """One company: what was found, what is being looked at, its postings."""
    named = domain_named(domain)
    latest = state.checker().of(named)
    running = latest if latest and latest.state not in ENDED else None
    try:
        known = find_company(state.store(), named)
    except NothingStored:
        if latest is None:
            raise
        known = None
    finding = known.finding if known else None
    postings, _ = list_analyses(state.store(), Filter(company=named), limit=_MOST_POSTINGS)
    return render_template(
        "company.html",
        domain=named,
        company=known,
        checked_at=datetime.fromisoformat(finding["checked_at"]) if finding else None,
        running=running,
        failed=latest.failure if latest else None,
        postings=postings,
    )


@blueprint.post("/companies/<domain>/check")
def check_company(domain: str) -> Response:
    """Look for the company's handbook, whether or not one was found before."""
    return _look(domain_named(domain))


@blueprint.post("/companies/<domain>/forget")
def forget_company(domain: str) -> Response:
    """Forget what was found of a company."""
    forget_finding(state.store(), domain_named(domain))
    return redirect(url_for("pages.companies"), 303)


def _companies(refusal: Refusal | None = None, typed: str = "") -> str:
    found, following = list_companies(state.store(), after=request.args.get("after", ""))
    return render_template(
        "companies.html", companies=found, following=following, refusal=refusal, typed=typed
    )


def _look(domain: str) -> Response:
    look(domain, state.store(), state.checker(), again=True)
    return redirect(url_for("pages.company", domain=domain), 303)
