"""How often one caller may ask: codes and passwords cannot be tried at will."""

from __future__ import annotations

import time
from http import HTTPStatus

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from server.security import gate
from server.security.caller import Caller

TRIES = "10 per minute"
"""Of wrong codes and passwords together."""

USUAL = "1200 per minute"
"""Of everything else; a list scrolled fast asks some ten times a second."""


def init_app(app: Flask) -> None:
    """Count every request, in memory, but those of programs on this machine and for our files."""
    limiter = Limiter(
        _who,
        application_limits=[lambda: TRIES if _tries() else USUAL],
        application_limits_deduct_when=_counts,
        storage_uri="memory://",
        strategy="moving-window",
    )
    limiter.request_filter(_is_free)
    limiter.init_app(app)

    @app.after_request
    def tell_when(response: Response) -> Response:
        """Say to one who asked too often when to ask again."""
        if response.status_code == HTTPStatus.TOO_MANY_REQUESTS and limiter.current_limit:
            seconds = max(1, round(limiter.current_limit.reset_at - time.time()))
            response.headers["Retry-After"] = str(seconds)
        return response


def _who() -> str:
    """A paired extension, or an address; behind a proxy all that are not paired share one."""
    if _tries():
        return f"tries of {get_remote_address()}"
    paired = gate.paired()
    return paired.id if paired else get_remote_address()


def _tries() -> bool:
    """Whether this request tries a secret that could be guessed."""
    return request.method == "POST" and request.path in ("/api/v1/pair", "/login")


def _counts(response: Response) -> bool:
    """Right codes and passwords are free: who has them need not guess."""
    return not _tries() or response.status_code >= HTTPStatus.BAD_REQUEST


def _is_free() -> bool:
    if request.endpoint in ("pages.static", "health", "health.api_health"):
        return True
    return not _tries() and not gate.is_guarded() and gate.caller() is Caller.PROGRAM
