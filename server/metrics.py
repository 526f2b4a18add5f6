"""`/metrics` for Prometheus: how much is asked, how it is answered, how much is stored.

Labels are routes, methods and statuses, all of them few; nothing tells what a posting says.
"""

from __future__ import annotations

from importlib.metadata import version

from flask import Blueprint, Flask, Response, current_app
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    ProcessCollector,
    generate_latest,
)

from server import pairing, state
from server.store.counting import count_analyses
from signals.rulebook import load

_KEY = "syncline-metrics"
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

blueprint = Blueprint("metrics", __name__)


class Metrics:
    """What one app counts, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self._requests = Counter(
            "syncline_requests",
            "Requests answered",
            ["method", "route", "status"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "syncline_request_seconds",
            "Seconds until the answer began",
            ["route"],
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self._analyses = Gauge(
            "syncline_stored_analyses", "Postings in the database", registry=self.registry
        )
        self._pairings = Gauge(
            "syncline_paired_browsers", "Browsers that may ask", registry=self.registry
        )
        about = Info("syncline", "Which Syncline this is", registry=self.registry)
        about.info({"version": version("syncline"), "rulebook": load().version})

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answer."""
        named = method if method in _METHODS else "other"
        self._requests.labels(named, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """Return everything as Prometheus reads it.

        Raises:
            StoreError: the database cannot be used.
        """
        self._analyses.set(count_analyses(state.store()))
        self._pairings.set(len(pairing.list_pairings(state.store())))
        return generate_latest(self.registry)


def init_app(app: Flask) -> None:
    """Give the app its metrics and their route, behind the door like every other."""
    app.extensions[_KEY] = Metrics()
    app.register_blueprint(blueprint)


def of_app() -> Metrics:
    """Return the metrics of the app that answers this request."""
    held: Metrics = current_app.extensions[_KEY]
    return held


@blueprint.get("/metrics")
def metrics() -> Response:
    """Everything that is counted."""
    return Response(of_app().text(), content_type=CONTENT_TYPE_LATEST)
