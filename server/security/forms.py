"""The tokens of forms: only our own page can read one, so only our own page's form can bring it."""

from __future__ import annotations

import hmac
import secrets

from flask import Flask, abort, request, session

_FIELD = "csrf"
_CHANGING = ("POST", "PUT", "PATCH", "DELETE")


def init_app(app: Flask) -> None:
    """Check every form before its view; templates write the token with `csrf_token()`."""
    app.before_request(check_form)
    app.jinja_env.globals["csrf_token"] = csrf_token


def csrf_token() -> str:
    """Return the token of this browser's session, made at first need."""
    if _FIELD not in session:
        session[_FIELD] = secrets.token_urlsafe(24)
    return str(session[_FIELD])


def check_form() -> None:
    """Refuse a form that does not bring the session's token; the API takes JSON, not forms."""
    if request.method not in _CHANGING or request.path.startswith("/api/"):
        return
    given, held = request.form.get(_FIELD, ""), str(session.get(_FIELD, ""))
    if not held or not hmac.compare_digest(given.encode(), held.encode()):
        abort(403, "The form is too old or from elsewhere. Load the page again.")
