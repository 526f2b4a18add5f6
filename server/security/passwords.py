"""The password of a service that others can reach; without one it does not start there."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, datetime

from flask import current_app, session

from server import state
from server.errors import BadSetting
from server.security import hosts, sessions
from server.settings import Settings, why_refused
from server.store import signed_out

_SIGNED_IN = "signed_in"
_ID = "id"


def is_guarded(settings: Settings) -> bool:
    """Whether everybody must sign in or bring a token."""
    return bool(settings.password) or is_exposed(settings)


def is_exposed(settings: Settings) -> bool:
    """Whether others can reach the service: on another address, or through a proxy."""
    return bool(settings.allowed_hosts) or not hosts.is_local(settings.host)


def check(settings: Settings) -> None:
    """Refuse settings by which others could reach the service without a password.

    Raises:
        BadSetting: the password is missing or too short.
    """
    if wrong := why_refused("password", settings.password):
        raise BadSetting(wrong, where="password")
    if is_exposed(settings) and not settings.password:
        where = ", ".join(settings.allowed_hosts) or settings.host
        todo = "Set SYNCLINE_PASSWORD, or listen on 127.0.0.1"
        raise BadSetting("others can reach it there without a password", where=where, todo=todo)


def sign_in(given: str, settings: Settings) -> bool:
    """Sign this browser's session in if the password is right; says whether it was."""
    if not settings.password or not hmac.compare_digest(_digest(given), _digest(settings.password)):
        return False
    session.permanent = True
    session[_SIGNED_IN] = _digest(settings.password).hex()
    session[_ID] = secrets.token_urlsafe(24)
    return True


def sign_out() -> None:
    """End this browser's session; a copy of its cookie is worth nothing from now on."""
    if _ID in session:
        until = datetime.now(UTC) + sessions.LIFETIME
        signed_out.sign_out(state.store(), _hash(str(session[_ID])), until)
    session.clear()


def is_signed_in(settings: Settings) -> bool:
    """Whether this browser's session was signed in with the password of today, and not out."""
    held = str(session.get(_SIGNED_IN, "")).encode()
    if not hmac.compare_digest(held, _digest(settings.password).hex().encode()):
        return False
    return not signed_out.is_signed_out(state.store(), _hash(str(session.get(_ID, ""))))


def _hash(id_: str) -> str:
    return hashlib.sha256(id_.encode()).hexdigest()


def _digest(password: str) -> bytes:
    """Of equal length for all, and of no use without our key: cookies are signed, not secret."""
    key = current_app.secret_key
    return hmac.digest(key if isinstance(key, bytes) else b"", password.encode(), hashlib.sha256)
