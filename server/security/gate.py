"""Decides before each request's view whether its caller may ask.

| caller | a service of this machine only | a guarded one |
| --- | --- | --- |
| program | may | with a token or a session |
| own page, person who typed the address | may | with a session |
| link of another site | may open pages, not the API | with a session |
| extension | with the token of its pairing | with the token of its pairing |
| other site | never | never |
"""

from __future__ import annotations

from flask import Flask, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from server import pairing, state
from server.errors import NotPaired
from server.pairing import Pairing
from server.security import hosts, passwords
from server.security.caller import Caller, caller_of

_SCHEME = "Bearer "
_LONGEST_STRANGERS_BODY = 16 * 1024


def init_app(app: Flask) -> None:
    """Check every request before its view."""
    app.before_request(_check)
    app.jinja_env.globals["is_signed_in"] = is_signed_in


def caller() -> Caller:
    """Return who makes this request."""
    if "caller" not in g:
        allowed = state.settings().allowed_origins
        g.caller = caller_of(request.method, request.host, request.headers, allowed)
    return Caller(g.caller)


def paired() -> Pairing | None:
    """Return the pairing whose token this request brings, if it is known."""
    if "pairing" not in g:
        token = _token()
        origin = request.headers.get("Origin")
        g.pairing = pairing.by_token(state.store(), token, origin) if token else None
    found: Pairing | None = g.pairing
    return found


def is_guarded() -> bool:
    """Whether this service wants everybody signed in."""
    return passwords.is_guarded(state.settings())


def is_signed_in() -> bool:
    """Whether this browser's session was signed in."""
    return is_guarded() and passwords.is_signed_in(state.settings())


def is_open_to_strangers(path: str) -> bool:
    """Whether what lies at a path needs neither token nor session: it tells and gives nothing."""
    return path in ("/health", "/api/v1/health", "/api/v1/pair", "/login") or path.startswith(
        "/static/"
    )


def _check() -> Response | None:
    hosts.check(request.host, state.settings())
    who = caller()
    if who is Caller.OTHER_SITE:
        abort(403, "Pages of other sites may not use this service.")
    if request.method == "OPTIONS":  # asks what is allowed, and is told by `cors`
        return None
    _check_content_type()
    if is_open_to_strangers(request.path):
        request.max_content_length = _LONGEST_STRANGERS_BODY
        return None
    if _token():
        if paired() is None:
            raise NotPaired("the token is unknown: it was revoked, or is another extension's")
        return None
    if is_guarded():
        return None if is_signed_in() else _ask_to_sign_in()
    if who is Caller.EXTENSION or (who is Caller.LINK and _is_api()):
        raise NotPaired("this browser is not paired with the service")
    return None


def _ask_to_sign_in() -> Response:
    if _is_api() or request.method not in ("GET", "HEAD") or caller() is Caller.EXTENSION:
        raise NotPaired("this service wants a session or the token of a pairing")
    target = request.full_path.removesuffix("?")
    return redirect(url_for("login.form", then=target), 303)


def _check_content_type() -> None:
    """Take JSON only: a form of another site cannot send it without asking first."""
    if not _is_api() or request.method not in ("POST", "PUT", "PATCH"):
        return
    if (request.content_length or 0) > 0 and not request.is_json:
        abort(415, "Send application/json.")


def _is_api() -> bool:
    return request.path.startswith("/api/")


def _token() -> str | None:
    sent = request.headers.get("Authorization", "")
    return sent.removeprefix(_SCHEME).strip() if sent.startswith(_SCHEME) else None
