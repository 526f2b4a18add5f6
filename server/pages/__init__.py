"""The web pages: paste an ad, read what it says, see what was analysed before, connect browsers."""

from __future__ import annotations

from flask import Flask

from server.pages import (
    analyse,
    api,
    companies,
    connect,
    corrections,
    history,
    links,
    login,
    profile,
    rules,
)
from server.pages.views import blueprint

__all__ = ["analyse", "api", "companies", "corrections", "history", "init_app", "profile", "rules"]


def init_app(app: Flask) -> None:
    """Register the pages."""
    links.init_app(app)
    for one in (blueprint, connect.blueprint, login.blueprint):
        app.register_blueprint(one)
