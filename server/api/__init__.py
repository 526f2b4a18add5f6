"""The HTTP API, `/api/v1`: thin views over plain functions, described by OpenAPI."""

from __future__ import annotations

from flask import Flask

from server.api import (
    analyses,
    caching,
    cards,
    companies,
    corrections,
    export,
    health,
    history,
    pair,
    preferences,
    profile,
    rules,
    sites,
)
from server.api.openapi import SETTINGS, DescribedApi

_PARTS = (
    analyses,
    history,
    cards,
    corrections,
    companies,
    profile,
    preferences,
    export,
    rules,
    sites,
    pair,
    health,
)


def init_app(app: Flask) -> None:
    """Register the API's views and its OpenAPI document."""
    app.config.update(SETTINGS)
    api = DescribedApi(app)
    for part in _PARTS:
        api.register_blueprint(part.blueprint, url_prefix="/api/v1")
    caching.init_app(app)
    app.add_url_rule("/health", view_func=health.health)
