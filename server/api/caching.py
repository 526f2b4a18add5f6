"""Answers that need not be sent twice: ETag with 304, and gzip for what is large."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_compress import Compress

_COMPRESSED = ["application/json", "text/csv", "text/css", "text/javascript", "image/svg+xml"]
"""Not the pages: they hold form tokens beside a visitor's words; compressing may betray them."""

_NEVER = ("/api/v1/profile", "/api/v1/health", "/api/v1/export.")


def init_app(app: Flask) -> None:
    """Tag and compress what the API answers.

    Flask-Compress: which encodings a client takes, and what is worth it, is its subject, not ours.
    """
    app.config.update(
        COMPRESS_MIMETYPES=_COMPRESSED, COMPRESS_ALGORITHM=["gzip"], COMPRESS_STREAMS=True
    )
    Compress(app)
    app.after_request(_tag)  # runs first, for functions run in reverse order: gzip writes the time


def _tag(response: Response) -> Response:
    """Give what was read an ETag; answer 304 to whoever holds it already."""
    is_read = request.method == "GET" and response.status_code == 200
    of_api = request.path.startswith("/api/v1/") and not request.path.startswith(_NEVER)
    if not (is_read and of_api) or response.is_streamed or response.direct_passthrough:
        return response
    response.headers["Cache-Control"] = "private, no-cache"
    if response.get_etag()[0] is None:
        response.add_etag(weak=True)
    response.make_conditional(request)
    return response
