"""The HTTP API, `/api/v1`: thin views over plain functions, described by OpenAPI."""

from __future__ import annotations

from flask import Flask
from flask_smorest import Api

from server.api import (
    analyses,
    caching,
    cards,
    companies,
    corrections,
    export,
    health,
    history,
    preferences,
    profile,
    rules,
    sites,
)

OPENAPI = {
    "API_TITLE": "Syncline",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "OPENAPI_JSON_PATH": "openapi.json",
}

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
    health,
)


def init_app(app: Flask) -> None:
    """Register the API's views and its OpenAPI document."""
    app.config.update(OPENAPI)
    api = Api(app)
    for part in _PARTS:
        api.register_blueprint(part.blueprint, url_prefix="/api/v1")
    caching.init_app(app)
    app.add_url_rule("/health", view_func=health.health)
