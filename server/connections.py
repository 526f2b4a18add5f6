"""Connections as waitress takes them in: all who wait at once, and what it refuses as a problem."""

from __future__ import annotations

import json
import resource
import time
from http import HTTPStatus

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask
from waitress.utilities import Error

from server.settings import MAX_BODY_BYTES

_MOST_CONNECTIONS = 12_000
_OWN_FILES = 256
"""Files that are kept free for the database, the log and requests to other sites."""

_AT_ONCE = 500
"""Connections taken in before those that are open are looked after again."""

ARRIVAL_SECONDS = 60.0
"""How long a request may take to arrive; a page of a few megabytes takes a slow line ten."""

_MOMENT = 0.01
"""Seconds that the loop waits for a thread which sends; none of them waits for its client."""

_DETAILS = {
    HTTPStatus.REQUEST_TIMEOUT: f"The request was not whole after {ARRIVAL_SECONDS:.0f} seconds.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: f"The body is longer than {MAX_BODY_BYTES:,} bytes.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "The headers are too long.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong inside the service.",
}


def most_connections() -> int:
    """Return how many connections one process may hold, having raised its limit of open files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_CONNECTIONS + _OWN_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return _MOST_CONNECTIONS if soft == resource.RLIM_INFINITY else max(soft - _OWN_FILES, 64)


def problem(status: int, said: str) -> bytes:
    """Return the problem document for a request that never reached the application."""
    known = HTTPStatus(status)
    detail = _DETAILS.get(known) or f"The request is no HTTP: {said}"
    document = {"type": "about:blank", "title": known.phrase, "status": status, "detail": detail}
    return json.dumps(document).encode()


class _Problem(ErrorTask):
    """Answers a request that waitress refused, where waitress would answer in plain text."""

    def execute(self) -> None:
        refused = self.request.error
        body = problem(refused.code, refused.body)
        self.status = f"{refused.code} {refused.reason}"
        self.response_headers += [
            ("Content-Type", "application/problem+json"),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _TooSlow(Error):
    code = HTTPStatus.REQUEST_TIMEOUT.value
    reason = HTTPStatus.REQUEST_TIMEOUT.phrase


class _Request(HTTPRequestParser):
    """A request that arrives; it knows since when."""

    def __init__(self, adjustments: Adjustments) -> None:
        super().__init__(adjustments)
        self.begun = time.monotonic()


class _Channel(HTTPChannel):
    """A connection whose answer is sent by the thread that made it.

    While that thread is at it, waitress's loop finds that there is something to send, is refused
    the lock, and asks again at once: a hundred times for each answer, each time taking Python's own
    lock from the one it waits for. Here it waits for a moment.
    """

    error_task_class = _Problem
    parser_class = _Request
    request: _Request | None

    def refuse_if_begun_before(self, moment: float) -> None:
        """Answer a request that still arrives as if its end had come, with a refusal."""
        with self.requests_lock:
            late = self.request
            if late is None or late.begun > moment or self.will_close:
                return
            late.error, late.completed, self.request = _TooSlow(""), True, None
            self.requests.append(late)
            if len(self.requests) == 1:
                self.server.add_task(self)

    def _flush_some_if_lockable(self, do_close: bool = True) -> None:
        if self.outbuf_lock.acquire(timeout=_MOMENT):
            try:
                super()._flush_some_if_lockable(do_close)  # the lock is one to take twice
            finally:
                self.outbuf_lock.release()


class Acceptor(TcpWSGIServer):
    """A waitress server that takes in all who wait.

    waitress's own takes one connection, then looks after all that are open: ten thousand silent
    ones would be let in one by one, each after the last had been asked whether it says something.
    """

    channel_class = _Channel
    active_channels: dict[int, _Channel]  # type: ignore[assignment]  # it makes them of its class
    arrival_seconds = ARRIVAL_SECONDS

    def maintenance(self, now: float) -> None:
        """Close connections that say nothing, and refuse requests that take too long to arrive."""
        super().maintenance(now)
        begun = time.monotonic() - self.arrival_seconds
        for channel in list(self.active_channels.values()):
            channel.refuse_if_begun_before(begun)

    def handle_accept(self) -> None:
        """Take in those who wait, or many of them."""
        for _ in range(min(_AT_ONCE, self.adj.connection_limit - len(self._map))):
            held = len(self._map)
            super().handle_accept()
            if len(self._map) == held:
                break
