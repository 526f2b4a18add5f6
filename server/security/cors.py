"""Which other origins may read answers: paired extensions, and what the settings name."""

from __future__ import annotations

from flask import Flask, Response, g, request
from flask_cors.core import get_cors_options, set_cors_headers

from server import pairing, state
from server.security.caller import is_extension
from server.security.gate import is_open_to_strangers
from server.settings import Settings

_METHODS = ["GET", "POST", "PUT", "DELETE"]
_HEADERS = ["Authorization", "Content-Type"]


def init_app(app: Flask, settings: Settings) -> None:
    """Let flask-cors set the headers; its own list of origins would be fixed at the start."""

    def allow(response: Response) -> Response:
        origin = request.headers.get("Origin")
        if origin is None or not request.path.startswith(("/api/", "/health")):
            return response
        response.vary.add("Origin")
        if not _may_read(origin, settings):
            return response
        options = get_cors_options(
            app,
            {"origins": [origin], "methods": _METHODS, "allow_headers": _HEADERS},
            {"allow_private_network": True},  # type: ignore[typeddict-unknown-key]  # not in stubs
        )
        return set_cors_headers(response, options)

    app.after_request(allow)


def _may_read(origin: str, settings: Settings) -> bool:
    if origin in settings.allowed_origins:
        return True
    if not is_extension(origin):
        return False
    if is_open_to_strangers(request.path):
        return True
    asking = g.get("pairing")  # found at the door, where a token was sent
    return (asking is not None and asking.origin == origin) or pairing.is_paired_origin(
        state.store(), origin
    )
