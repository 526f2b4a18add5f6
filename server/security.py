"""Who may ask: every page in the seeker's browser can reach this port, so not everybody may.

Three checks, each enough against its own attack: the Host header must be one of ours (DNS
rebinding), what names an Origin must be our own pages or an extension (other sites' scripts), and a
form must bring the token that only our own page can read (other sites' forms).
"""

from __future__ import annotations

import hmac
import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request, session
from flask_cors import CORS

from server.errors import BadSetting
from server.settings import LOCAL_HOSTS, Settings

EXTENSION_ORIGINS = (
    r"chrome-extension://[a-p]{32}",
    r"moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
)
"""Origins of browser extensions: Chromium's ids are 32 letters a to p, Firefox's are UUIDs."""

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_TOKEN = "csrf"  # noqa: S105 - the name of a form's field, not a secret


def init_app(app: Flask, settings: Settings) -> None:
    """Check every request before its view, and set the headers of every answer."""
    app.secret_key = _secret(settings.data / "secret")
    app.config.update(SESSION_COOKIE_SAMESITE="Strict", SESSION_COOKIE_HTTPONLY=True)
    app.before_request(lambda: _check(settings))
    app.after_request(_set_headers)
    app.jinja_env.globals["csrf_token"] = csrf_token
    origins = [re.compile(f"^{origin}$") for origin in EXTENSION_ORIGINS]
    CORS(
        app,
        resources={r"/(?:api/.*|health)": {"origins": [*origins, *settings.allowed_origins]}},
        methods=["GET", "POST", "DELETE"],
        allow_headers=["Content-Type"],
        allow_private_network=True,
    )


def csrf_token() -> str:
    """Return the token of this browser's session, made at first need."""
    if _TOKEN not in session:
        session[_TOKEN] = secrets.token_urlsafe(24)
    return str(session[_TOKEN])


def check_form() -> None:
    """Refuse a form that does not bring the session's token."""
    given, held = request.form.get(_TOKEN, ""), str(session.get(_TOKEN, ""))
    if not held or not hmac.compare_digest(given.encode(), held.encode()):
        abort(403, "The form is too old or from elsewhere. Load the page again.")


def _check(settings: Settings) -> None:
    if _host(request.host) not in (*LOCAL_HOSTS, settings.host, *settings.allowed_hosts):
        abort(421, f"This service does not answer for {request.host[:100]!r}.")
    origin = request.headers.get("Origin")
    if origin is not None and not _may_ask(origin, settings):
        abort(403, f"Pages of {origin[:100]!r} may not use this service.")
    if origin is None and request.headers.get("Sec-Fetch-Site") == "cross-site" and _changes():
        abort(403, "Other sites may not use this service.")


def _changes() -> bool:
    return request.method not in ("GET", "HEAD", "OPTIONS")


def _host(host: str) -> str:
    """The host name without its port; a bracketed IPv6 address keeps its brackets."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


def _may_ask(origin: str, settings: Settings) -> bool:
    if any(re.fullmatch(pattern, origin) for pattern in EXTENSION_ORIGINS):
        return True
    if origin in settings.allowed_origins:
        return True
    try:
        own = urlsplit(origin)
    except ValueError:
        return False
    return own.scheme in ("http", "https") and own.netloc.lower() == request.host.lower()


def _set_headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", _POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")  # forms name their origin by it
    if request.endpoint != "pages.static":
        headers.setdefault("Cache-Control", "no-store")
    return response


def _secret(file: Path) -> bytes:
    """The key that signs the session cookie, made at the first start, readable by its owner only.

    Raises:
        BadSetting: the data folder cannot be used.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            fresh = file.with_suffix(f".{secrets.token_hex(4)}")
            fresh.touch(mode=0o600)
            fresh.write_bytes(secrets.token_bytes(32))
            fresh.replace(file)
        return file.read_bytes()
    except OSError as error:
        todo = "Choose another folder with SYNCLINE_DATA"
        where = str(file.parent)
        raise BadSetting(f"cannot be used: {error.strerror}", where=where, todo=todo) from error
