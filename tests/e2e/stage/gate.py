"""A gate before the service: sees what is sent, can hold some of it back and change the answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event
from typing import Any

from tests.e2e.stage.board import serving

PATIENCE_SECONDS = 20

_LEFT_OUT = ("Accept-Encoding",)
"""Headers that are not passed on: what is answered shall be legible."""

Change = Callable[[dict[str, Any]], None]
"""Alters an analysis in place, before it is answered."""


class Gate:
    """Passes requests on to the service; those whose body holds `word` wait for `open()`.

    Attributes:
        port: where the gate answers, so that another may stand before it.
        address: the same, as a service's address.
        seen: the bodies of all posts so far.
        answered: method, path and status of all requests so far.
    """

    def __init__(self, service_port: int, word: str | None, change: Change | None) -> None:
        self.service_port = service_port
        self.change = change
        self.port = 0
        self.address = ""
        self.seen: list[str] = []
        self.answered: list[tuple[str, str, int]] = []
        self._word = word
        self._open = Event()
        self._passed = Event()
        self._news = Condition()

    def open(self) -> None:
        """Let the held requests through, and return once the first one was answered."""
        self._open.set()
        if not self._passed.wait(PATIENCE_SECONDS):
            raise TimeoutError("nothing was waiting at the gate")

    def note(self, method: str, path: str, status: int) -> None:
        """Keep how a request was answered."""
        with self._news:
            self.answered.append((method, path, status))
            self._news.notify_all()

    def wait_for_answers(self, count: int) -> None:
        """Return once so many requests were answered."""
        with self._news:
            if not self._news.wait_for(lambda: len(self.answered) >= count, PATIENCE_SECONDS):
                raise TimeoutError(f"only {len(self.answered)} of {count} requests came")

    def wait_for_posts(self, count: int) -> None:
        """Return once so many posts came, held back or not."""
        with self._news:
            if not self._news.wait_for(lambda: len(self.seen) >= count, PATIENCE_SECONDS):
                raise TimeoutError(f"only {len(self.seen)} of {count} posts came")

    @contextmanager
    def passing(self, body: str) -> Iterator[None]:
        """Note `body`, hold it back if it is to wait, and note that it was answered."""
        with self._news:
            self.seen.append(body)
            self._news.notify_all()
        held = self._word is not None and self._word in body
        if held:
            self._open.wait(PATIENCE_SECONDS)
        yield
        if held:
            self._passed.set()

    def give_way(self) -> None:
        """Let everything through, now and later."""
        self._open.set()


@contextmanager
def gate_before(
    service_port: int, word: str | None = None, change: Change | None = None
) -> Iterator[Gate]:
    """Yield a gate before the service, closed to what holds `word` until it is opened."""
    gate = Gate(service_port, word, change)
    handler = type("Handler", (_Handler,), {"gate": gate})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    gate.port = server.server_port
    gate.address = f"http://127.0.0.1:{gate.port}"
    with serving(server):
        try:
            yield gate
        finally:
            gate.give_way()


class _Handler(BaseHTTPRequestHandler):
    gate: Gate

    def do_GET(self) -> None:
        self._pass_on(b"")

    def do_OPTIONS(self) -> None:
        self._pass_on(b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.gate.passing(body.decode()):
            self._pass_on(body)

    def _pass_on(self, body: bytes) -> None:
        service = HTTPConnection("127.0.0.1", self.gate.service_port, timeout=PATIENCE_SECONDS)
        try:
            headers = {name: value for name, value in self.headers.items() if name not in _LEFT_OUT}
            service.request(self.command, self.path, body, headers)
            answer = service.getresponse()
            content = answer.read()
        finally:
            service.close()
        if self.gate.change is not None and self.path.endswith("/analyses"):
            document = json.loads(content)
            self.gate.change(document)
            content = json.dumps(document).encode()
        self.gate.note(self.command, self.path, answer.status)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in ("connection", "content-length", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the tests tell what went wrong."""
