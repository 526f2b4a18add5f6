"""The session cookie of our pages: signed, for this site only, with no script's reach."""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path

from flask import Flask

from server.errors import BadSetting
from server.settings import Settings

LIFETIME = timedelta(days=30)


def init_app(app: Flask, settings: Settings) -> None:
    """Give the app its cookie and the key that signs it.

    Raises:
        BadSetting: the data folder cannot be used.
    """
    app.secret_key = secret(settings.data / "secret")
    app.config.update(
        SESSION_COOKIE_NAME="syncline",  # cookies know no port: other programs' are beside it
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_HTTPONLY=True,
        PERMANENT_SESSION_LIFETIME=LIFETIME,
    )


def secret(file: Path) -> bytes:
    """The key, made at the first start, readable by its owner only.

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
