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
}


@blueprint.get("/profile")
def profile() -> str:
    """The form, filled in with what is stored."""
    stored = load_profile(state.store())
    saved = request.args.get("saved", "")
    return _form(profile_document(stored or Profile("")), stored is not None, saved=saved)


@blueprint.post("/profile")
def save_profile_form() -> Response | tuple[str, int]:
    """Store what was filled in; what is wrong is said above the form, and nothing typed is lost."""
    typed: Document = {field: request.form.get(field, "") for field in _FIELDS}
    try:
        save_profile(state.store(), read_profile(typed))
    except BadRequest as error:
        return _form(typed, load_profile(state.store()) is not None, error=error), status_of(error)
    return redirect(url_for("pages.profile", saved="kept"), 303)


@blueprint.post("/profile/forget")
def forget_profile_form() -> Response:
    """Forget the profile."""
    forget_profile(state.store())
    return redirect(url_for("pages.profile", saved="forgotten"), 303)


@blueprint.post("/preferences")
def save_preferences_form() -> Response:
    """Store what the service shall do by itself."""
    days = request.form.get("keep_days", "").strip()
    if days and not (days.isascii() and days.isdecimal() and 1 <= int(days[:9]) <= MOST_DAYS):
        raise BadRequest("is no number of days", where="keep_days", todo="Give a whole number")
    looks = bool(request.form.get("check_companies"))
    save_preferences(state.store(), Preferences(looks, int(days) if days else None))
    return redirect(url_for("pages.profile", saved="wishes"), 303)


def _form(
    profile: Document, is_stored: bool, *, saved: str = "", error: BadRequest | None = None
) -> str:
    return render_template(
        "profile.html",
        profile=profile,
        is_stored=is_stored,
        saved=saved,
        error=error,
        labels=_LABELS,
        preferences=load_preferences(state.store()),
        stages=CareerStage,
        zones=sorted(available_timezones()),
    )
