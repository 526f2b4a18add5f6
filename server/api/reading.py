"""Reads JSON bodies that strangers wrote: whatever is wrong with one is told, and never a fault."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import flask
import flask_smorest
import orjson
from marshmallow import Schema, ValidationError
from webargs.core import missing
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, HTTPException

from signals.reading.characters import whole_characters

_MOST_ERRORS = 20
"""Fields that a problem names; a body may hold millions of wrong ones."""
_LONGEST_NAME = 100

_ESCAPED_SURROGATES = (rb"\ud", rb"\uD")
"""How one may begin; looked for in every byte of every page, so by no pattern."""


class JsonParser(FlaskParser):
    """Reads a request's body, and bounds what is said of a wrong one."""

    def load_json(self, req: flask.Request, schema: Schema) -> Any:  # noqa: ARG002 - webargs' own signature
        """Return the body as values, or `missing` where it is of another type."""
        body = _received(req) if req.is_json else b""
        return read_json(body) if body else missing

    def handle_error(self, error: ValidationError, *args: Any, **more: Any) -> NoReturn:
        """Refuse a body that is not of its schema's shape."""
        error.messages = _bounded(error.messages)
        super().handle_error(error, *args, **more)


class Blueprint(flask_smorest.Blueprint):
    """A part of the API; all of them read bodies alike."""

    ARGUMENTS_PARSER = JsonParser()


def _received(request: flask.Request) -> bytes:
    """The whole body; another server than ours may read it only now, with exceptions of its own."""
    try:
        return request.get_data()
    except HTTPException:
        raise
    except Exception as error:  # of whichever server: reading fails by what the caller sent
        raise BadRequest("The body stops half-way, or its chunks are none of HTTP's.") from error


def read_json(body: bytes) -> Any:
    """Return what a body holds.

    Half a surrogate pair, as pages that cut an emoji in two send it, becomes U+FFFD: browsers
    do the same with text that they send.

    Raises:
        BadRequest: it is no JSON, or none that a program would send.
    """
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:  # it does not tell what is wrong from what is merely unusual
        return _read_patiently(body)


def _read_patiently(body: bytes) -> Any:
    try:
        value = json.loads(body.decode(), parse_constant=_refuse_constant)
        may_hold_half = any(escape in body for escape in _ESCAPED_SURROGATES)
        return _without_surrogates(value) if may_hold_half else value
    except UnicodeDecodeError as error:
        raise BadRequest(f"The body is not UTF-8: byte {error.start} is wrong.") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise BadRequest(f"The body is no JSON: {error.msg} ({where}).") from error
    except RecursionError as error:
        raise BadRequest("The body is nested too deeply.") from error
    except ValueError as error:  # Python reads no number of more than 4300 digits
        raise BadRequest("The body holds a number that cannot be read.") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, list):
        return [_without_surrogates(one) for one in value]
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(one) for key, one in value.items()}
    return value


def _bounded(messages: Any) -> Any:
    """The first of the messages, under names of bounded length."""
    if isinstance(messages, dict):
        first = list(messages.items())[:_MOST_ERRORS]
        return {_short(name): _bounded(said) for name, said in first}
    return messages[:_MOST_ERRORS] if isinstance(messages, list) else messages


def _short(name: Any) -> Any:
    return name[:_LONGEST_NAME] if isinstance(name, str) else name
