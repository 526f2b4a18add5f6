"""The page Connect: pairs the extension of its browser, and lists and revokes pairings."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server import pairing, state
from server.security import gate
from server.security.caller import Caller

blueprint = Blueprint("connect", __name__, template_folder="templates")

_MINUTES = int(pairing.CODE_LIFETIME.total_seconds() / 60)


@blueprint.get("/connect")
def page() -> str:
    """Show a new code; one who followed another site's link asks for it by a click of their own."""
    asked = request.method == "GET" and gate.caller() is not Caller.LINK
    code = pairing.make_code(state.store()) if asked else None
    return _page("connect.html", code=code, minutes=_MINUTES)


@blueprint.get("/connect/paired")
def paired() -> str:
    """What the extension opens in place of the code once it has its token."""
    return _page("connect_paired.html")


@blueprint.get("/connect/browsers")
def browsers() -> str:
    """The paired browsers alone, without a new code."""
    return _page("connect_browsers.html")


@blueprint.post("/connect/<pairing_id>/revoke")
def revoke(pairing_id: str) -> Response:
    """Forget one pairing and go back to those that are left."""
    pairing.revoke(state.store(), pairing_id)
    return redirect(url_for("connect.browsers"), 303)


def _page(template: str, **more: object) -> str:
    pairings = pairing.list_pairings(state.store())
    return render_template(template, pairings=pairings, when=_when, **more)


def _when(moment: datetime) -> str:
    """A moment in words: 24 November 2026, 13:05 UTC."""
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"
