"""The page to sign in on, for a service that others can reach."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server import state
from server.security import passwords

blueprint = Blueprint("login", __name__, template_folder="templates")


@blueprint.get("/login")
def form() -> str | Response:
    """Ask for the password."""
    then = _own(request.args.get("then", ""))
    if not passwords.is_guarded(state.settings()) or passwords.is_signed_in(state.settings()):
        return redirect(then, 303)
    return render_template("login.html", then=then)


@blueprint.post("/login")
def sign_in() -> Response | tuple[str, int]:
    """Sign in and go on to where it was asked for."""
    then = _own(request.form.get("then", ""))
    if passwords.sign_in(request.form.get("password", ""), state.settings()):
        return redirect(then, 303)
    wrong = "That is not the password."
    return render_template("login.html", then=then, error=wrong), 403


@blueprint.post("/logout")
def sign_out() -> Response:
    """Forget this browser."""
    passwords.sign_out()
    return redirect(url_for("login.form"), 303)


def _own(then: str) -> str:
    """A path of our own: nobody is sent elsewhere after signing in."""
    try:
        parts = urlsplit(then)
    except ValueError:
        return url_for("pages.home")
    is_path = then.startswith("/") and not then.startswith("//") and "\\" not in then
    return then if is_path and not parts.netloc and then.isprintable() else url_for("pages.home")
