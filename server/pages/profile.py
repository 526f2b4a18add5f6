"""The page of the profile: a form that works without scripts."""

from __future__ import annotations

from zoneinfo import available_timezones

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server import state
from server.api.preferences import MOST_DAYS
from server.api.problems import status_of
from server.documents import Document
from server.errors import BadRequest
from server.pages.views import blueprint
from server.profiles import profile_document, read_profile
from server.store import (
    Preferences,
    forget_profile,
    load_preferences,
    load_profile,
    save_preferences,
    save_profile,
)
from signals.profile import CareerStage, Profile

_FIELDS = ("time_zone", "day_start", "day_end", "career_stage", "fixed_commitments")
_LABELS = {
    "time_zone": "Time zone",
    "day_start": "Your day begins",
    "day_end": "Your day ends",
    "career_stage": "Career stage",
    "keep_days": "Delete postings after so many days",
}


@blueprint.get("/profile")
def profile() -> str:
    """The form, filled in with what is stored."""
    return _form(saved=request.args.get("saved", ""))


@blueprint.post("/profile")
def save_profile_form() -> Response | tuple[str, int]:
    """Store what was filled in; what is wrong is said above the form, and nothing typed is lost."""
    typed: Document = {field: request.form.get(field, "") for field in _FIELDS}
    try:
        save_profile(state.store(), read_profile(typed))
    except BadRequest as error:
        return _form(profile=typed, error=error), status_of(error)
    return redirect(url_for("pages.profile", saved="kept"), 303)


@blueprint.post("/profile/forget")
def forget_profile_form() -> Response:
    """Forget the profile."""
    forget_profile(state.store())
    return redirect(url_for("pages.profile", saved="forgotten"), 303)


@blueprint.post("/preferences")
def save_preferences_form() -> Response | tuple[str, int]:
    """Store what the service shall do by itself; what is wrong is said above the form."""
    typed: Document = {
        "check_companies": "check_companies" in request.form,
        "keep_days": request.form.get("keep_days", "").strip(),
    }
    try:
        wanted = Preferences(typed["check_companies"], _days(typed["keep_days"]))
    except BadRequest as error:
        return _form(preferences=typed, error=error), status_of(error)
    save_preferences(state.store(), wanted)
    return redirect(url_for("pages.profile", saved="wishes"), 303)


def _days(text: str) -> int | None:
    if not text:
        return None
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_DAYS))
    if is_number and 1 <= int(text) <= MOST_DAYS:
        return int(text)
    what = f"this is no whole number from 1 to {MOST_DAYS:,}"
    raise BadRequest(what, where="keep_days", todo="Leave it empty to keep all postings")


def _form(
    *,
    profile: Document | None = None,
    preferences: Document | None = None,
    saved: str = "",
    error: BadRequest | None = None,
) -> str:
    """The page, its forms filled in with what is given, else with what is stored."""
    stored = load_profile(state.store())
    return render_template(
        "profile.html",
        profile=profile or profile_document(stored or Profile("")),
        is_stored=stored is not None,
        saved=saved,
        error=error,
        labels=_LABELS,
        preferences=preferences or load_preferences(state.store()),
        stages=CareerStage,
        zones=sorted(available_timezones()),
    )
