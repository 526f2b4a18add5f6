"""Every error of the API as a problem document (RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from scraper.errors import BadAddress, FetchError, PrivateAddress
from server.errors import BadRequest, NoSuchAnalysis, StoreBusy, StoreError
from signals.errors import NotAPosting, PageKind, SynclineError

LOG = logging.getLogger("syncline")

_STATUSES: tuple[tuple[type[SynclineError], HTTPStatus], ...] = (
    (NotAPosting, HTTPStatus.UNPROCESSABLE_ENTITY),
    (BadRequest, HTTPStatus.UNPROCESSABLE_ENTITY),
    (BadAddress, HTTPStatus.UNPROCESSABLE_ENTITY),
    (PrivateAddress, HTTPStatus.UNPROCESSABLE_ENTITY),
    (FetchError, HTTPStatus.BAD_GATEWAY),
    (NoSuchAnalysis, HTTPStatus.NOT_FOUND),
    (StoreBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
)


def init_app(app: Flask) -> None:
    """Answer every error as a problem document; pages of people answer theirs themselves."""
    app.register_error_handler(SynclineError, _on_syncline_error)
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(Exception, _on_any_error)


def status_of(error: SynclineError) -> HTTPStatus:
    """Return the HTTP status that an error is answered with."""
    if isinstance(error, NotAPosting) and error.kind is PageKind.TOO_LARGE:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    for kind, status in _STATUSES:
        if isinstance(error, kind):
            return status
    return HTTPStatus.INTERNAL_SERVER_ERROR


def problem(status: int, detail: str, *, type_: str = "about:blank", **more: Any) -> Response:
    """Return a problem document as a response."""
    document = {"type": type_, "title": _title(status), "status": status, "detail": detail, **more}
    response = jsonify(document)
    response.status_code = status
    response.content_type = "application/problem+json"
    return response


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def _on_syncline_error(error: SynclineError) -> Response:
    more: dict[str, str] = {}
    if isinstance(error, NotAPosting):
        more["kind"] = error.kind
    if isinstance(error, StoreError):
        LOG.error("%s", error)
    return problem(status_of(error), str(error), type_=f"urn:syncline:{_name(error)}", **more)


def _name(error: SynclineError) -> str:
    """The error's class as the words of a URN: not-a-posting."""
    name = type(error).__name__
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]


def _on_http_error(error: HTTPException) -> Response:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    detail = error.description or _title(status)
    messages = getattr(error, "data", {}) or {}
    fields = messages.get("messages")
    more = {"errors": fields} if fields else {}
    if fields:
        detail = "The request is not of the expected shape."
    response = problem(status, detail, **more)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            response.headers[name] = value
    return response


def _on_any_error(error: Exception) -> Response:
    LOG.error("%s %s failed", request.method, request.path, exc_info=error)
    detail = "Something went wrong inside the service. Its log says what."
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail)
