"""What changes something must be sent as JSON: a form of another site cannot do so unasked."""

from __future__ import annotations

from flask import abort, request


def want_json() -> None:
    """Refuse a body that is not called JSON."""
    if request.method in ("POST", "PUT") and not request.is_json:
        abort(415, "Send application/json.")
