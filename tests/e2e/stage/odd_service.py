"""Programs that answer where the service should, but not as it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event

from tests.e2e.stage.board import serving

ANSWERS = {
    "an error page": (500, "text/html", b"<h1>Internal Server Error</h1>"),
    "nonsense": (200, "application/json", b"\x00\xff{]"),
    "another document": (201, "application/json", b'{"id": 7, "report": []}'),
    "a problem of its own": (503, "application/problem+json", b'{"detail": "the disk is full"}'),
}
"""Status, content type and body, by what it is."""


@contextmanager
def odd_service(name: str, asked: Event | None = None) -> Iterator[str]:
    """Yield the address of a service that gives the answer of that name to everything.

    Args:
        name: of one of `ANSWERS`.
        asked: set once something was answered.
    """
    status, kind, body = ANSWERS[name]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if asked is not None:
                asked.set()

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with serving(server):
        yield f"http://127.0.0.1:{server.server_port}"


@contextmanager
def silent_service() -> Iterator[str]:
    """Yield the address of a service that takes every request and answers none while it lasts."""
    over = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            over.wait()
            self.close_connection = True

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with serving(server):
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            over.set()
