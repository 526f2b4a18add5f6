"""What goes wrong in a view, answered where it was asked: a problem document, or a page."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from server.api import problems
from server.errors import StoreError
from signals.errors import SynclineError

LOG = logging.getLogger("syncline")

_INSIDE = "Something went wrong inside the service. Its log says what."
_HEADINGS: dict[int, str] = {
    HTTPStatus.BAD_REQUEST: "This cannot be read",
    HTTPStatus.UNAUTHORIZED: "Sign in first",
    HTTPStatus.FORBIDDEN: "This is not allowed from there",
    HTTPStatus.NOT_FOUND: "Nothing is here",
    HTTPStatus.METHOD_NOT_ALLOWED: "This page cannot do that",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is too large",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests",
}
_ANY_HEADING = "Something went wrong"
"""How pages head an error: what HTTP calls it helps nobody who reads one."""


def init_app(app: Flask) -> None:
    """Answer every error; to be called last, for flask-smorest brings handlers of its own."""
    app.register_error_handler(SynclineError, _on_syncline_error)
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(Exception, _on_any_error)


def _on_syncline_error(error: SynclineError) -> Response:
    if isinstance(error, StoreError):
        LOG.error("%s", error)
    if _is_page():
        return _page(problems.status_of(error), str(error))
    return problems.from_syncline_error(error)


def _on_http_error(error: HTTPException) -> Response:
    if _is_page():
        status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
        return _page(status, problems.detail_of(error))
    return problems.from_http_error(error)


def _on_any_error(error: Exception) -> Response:
    LOG.error("%s %s failed", request.method, request.path, exc_info=error)
    if _is_page():
        return _page(HTTPStatus.INTERNAL_SERVER_ERROR, _INSIDE)
    return problems.problem(HTTPStatus.INTERNAL_SERVER_ERROR, _INSIDE)


def _is_page() -> bool:
    """Whether a person asked for a page."""
    of_api = request.path.startswith("/api/") or request.path == "/health"
    return not of_api and request.accept_mimetypes.accept_html


def _page(status: int, detail: str) -> Response:
    title = _HEADINGS.get(status, _ANY_HEADING)
    return make_response(render_template("failure.html", title=title, detail=detail), status)
