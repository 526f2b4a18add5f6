"""The web pages: paste an ad, read what it says, see what was analysed before, connect browsers."""

from __future__ import annotations

from flask import Flask

from server.pages import (
    api,
    companies,
    connect,
    corrections,
    history,
    login,
    profile,
    rules,
)
from server.pages.views import blueprint

__all__ = ["api", "companies", "corrections", "history", "init_app", "profile", "rules"]


def init_app(app: Flask) -> None:
    """Register the pages."""
    for one in (blueprint, connect.blueprint, login.blueprint):
        app.register_blueprint(one)
