"""Sees every request come and its answer go: for the log and for the metrics."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

from server import logs, metrics

_QUIET = ("/health", "/api/v1/health", "/static/<path:filename>", "/metrics")
"""Routes that are asked for all the time, by machines and with every page."""


def init_app(app: Flask) -> None:
    """Watch; to be called first, so that also what is refused at the door is seen."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.begun = time.perf_counter()


def _end(response: Response) -> Response:
    """A request by its route: an address may hold what somebody searches for."""
    route = request.url_rule.rule if request.url_rule else "none"
    seconds = time.perf_counter() - g.begun
    level = logging.DEBUG if route in _QUIET and response.status_code < 400 else logging.INFO
    logs.tell(
        level,
        f"{request.method} {route}",
        status=response.status_code,
        ms=round(seconds * 1000, 1),
    )
    metrics.of_app().count(request.method, route, response.status_code, seconds)
    return response
