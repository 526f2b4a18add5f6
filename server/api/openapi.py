"""The OpenAPI document: what flask-smorest makes of the views, with our errors in it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Flask, current_app
from flask_smorest import Api
from marshmallow import Schema, fields

SETTINGS = {
    "API_TITLE": "Syncline",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "OPENAPI_JSON_PATH": "openapi.json",
    "API_SPEC_OPTIONS": {
        "info": {
            "description": "How asynchronous is this job really? The service on your own machine.",
            "license": {"name": "MIT", "identifier": "MIT"},
        }
    },
}
_PROBLEM = "application/problem+json"


_KEY = "syncline-api"


class ProblemSchema(Schema):
    """A problem document (RFC 9457)."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    kind = fields.String(metadata={"description": "Which of its kind, for programs"})
    errors = fields.Dict(metadata={"description": "What is wrong with which field"})


def document() -> dict[str, Any]:
    """Return the OpenAPI document of the app that answers this request."""
    api: DescribedApi = current_app.extensions[_KEY]
    return api.spec.to_dict()


class DescribedApi(Api):
    """Describes every error as the problem document that it is."""

    ERROR_SCHEMA = ProblemSchema

    def __init__(self, app: Flask) -> None:
        """Describe what is registered with it."""
        super().__init__(app)
        app.extensions[_KEY] = self

    def _register_responses(self) -> None:
        for status in HTTPStatus:
            self._describe(status.name, status.phrase)
        self._describe("DEFAULT_ERROR", "Something went wrong")

    def _describe(self, name: str, phrase: str) -> None:
        response: dict[str, Any] = {"description": phrase}
        if name not in ("NO_CONTENT", "NOT_MODIFIED"):
            response["content"] = {_PROBLEM: {"schema": self.ERROR_SCHEMA}}
        self.spec.components.response(name, response, lazy=True)
