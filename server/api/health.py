"""`/health`: whether the service can do its work."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from server import state
from server.api.reading import Blueprint
from server.api.schemas import HealthSchema
from server.documents import Document
from server.security import gate
from signals.rulebook import load

API = 1
"""Raised when an older extension, or service, could not go on with a newer counterpart."""

blueprint = Blueprint("health", __name__, description="Whether the service can do its work")


@blueprint.get("/health")
@blueprint.response(200, HealthSchema)
def api_health() -> Document:
    """Read from the database once; answers 503 where that fails."""
    return health()


@cache
def _version() -> str:
    """Kept, for it stands in a file and everybody asks for it all the time."""
    return version("syncline")


def health() -> Document:
    """Return what `/health` says; raises StoreError where the database cannot be read."""
    state.store().ping()
    return {
        "status": "ok",
        "version": _version(),
        "api": API,
        "paired": gate.paired() is not None,
        "rulebook": load().version,
    }
