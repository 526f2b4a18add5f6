"""Errors of the API as problem documents (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Response, jsonify
from werkzeug.exceptions import HTTPException

from scraper.errors import BadAddress, FetchError, PrivateAddress
from server.errors import (
    BadRequest,
    NothingStored,
    NotPaired,
    NotRead,
    ServiceBusy,
    StoreError,
    WrongCode,
)
from signals.errors import NotAPosting, PageKind, SynclineError

_STATUSES: tuple[tuple[type[SynclineError], HTTPStatus], ...] = (
    (NotAPosting, HTTPStatus.UNPROCESSABLE_ENTITY),
    (BadRequest, HTTPStatus.UNPROCESSABLE_ENTITY),
    (NotRead, HTTPStatus.UNPROCESSABLE_ENTITY),
    (BadAddress, HTTPStatus.UNPROCESSABLE_ENTITY),
    (PrivateAddress, HTTPStatus.UNPROCESSABLE_ENTITY),
    (FetchError, HTTPStatus.BAD_GATEWAY),
    (NothingStored, HTTPStatus.NOT_FOUND),
    (ServiceBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (NotPaired, HTTPStatus.UNAUTHORIZED),
    (WrongCode, HTTPStatus.FORBIDDEN),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
)

_DETAILS: dict[int, str] = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is longer than the service takes.",
    HTTPStatus.TOO_MANY_REQUESTS: "Asked too often. Wait a minute, then try again.",
}
"""What went wrong, where nobody but a library says it."""


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


def from_syncline_error(error: SynclineError) -> Response:
    """Return the problem document of one of our own errors."""
    kind = getattr(error, "kind", None)  # programs tell some errors apart by it
    more = {"kind": kind} if kind else {}
    status = status_of(error)
    response = problem(status, str(error), type_=f"urn:syncline:{_name(error)}", **more)
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def detail_of(error: HTTPException) -> str:
    """Return what an error of the framework says, in words for whoever asked."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    return _DETAILS.get(status) or error.description or _title(status)


def from_http_error(error: HTTPException) -> Response:
    """Return the problem document of an error of the framework."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    fields = (getattr(error, "data", None) or {}).get("messages")  # what the schema said
    response = (
        problem(status, "The request is not of the expected shape.", errors=fields)
        if fields
        else problem(status, detail_of(error))
    )
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            response.headers[name] = value
    return response


def _name(error: SynclineError) -> str:
    """The error's class as the words of a URN: not-a-posting."""
    name = type(error).__name__
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]
