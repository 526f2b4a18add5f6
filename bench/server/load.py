"""Clients that send pages for a while, and what they waited for."""

from __future__ import annotations

import itertools
import json
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from statistics import quantiles

from bench import corpus
from bench.corpus import SavedPage
from signals import NotAPosting, read

PATH = "/api/v1/analyses"
SIZES = (10_000, 100_000, 300_000)
_PAGES_OF_A_SIZE = 4
_HEAD = (
    f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
    "Content-Length: %d\r\n\r\n"
).encode()
_numbers = itertools.count()


@dataclass
class Outcome:
    """What one run saw, or several.

    Attributes:
        seconds: how long it took.
        waited: seconds until each answer.
        errors: answers that were none.
        sending: seconds of a core that the clients themselves took.
    """

    seconds: float = 0.0
    waited: list[float] = field(default_factory=list)
    errors: int = 0
    sending: float = 0.0

    def add(self, other: Outcome) -> None:
        """Take in what another run saw."""
        self.seconds += other.seconds
        self.waited += other.waited
        self.errors += other.errors
        self.sending += other.sending

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.waited) / self.seconds if self.seconds else 0.0

    def percentile(self, percent: int) -> float:
        """Milliseconds that so many percent did not wait longer than."""
        if len(self.waited) < 2:
            return 0.0
        return 1000 * quantiles(self.waited, n=100, method="inclusive")[percent - 1]


def pages_of(size: int) -> Sequence[SavedPage]:
    """Return the real postings whose pages are nearest to so many bytes."""
    jobs = sorted(
        (page for page in corpus.pages() if page.kind == "job"),
        key=lambda page: abs(len(page.content) - size),
    )
    return list(itertools.islice(filter(_is_posting, jobs), _PAGES_OF_A_SIZE))


def _is_posting(page: SavedPage) -> bool:
    try:
        read(page.content, page.url)
    except NotAPosting:
        return False
    return True


def bodies(pages: Sequence[SavedPage]) -> Iterator[bytes]:
    """Yield the pages as submissions without end, each under an address of its own.

    Each page is worded as JSON once: who sends takes time from who answers.
    """
    worded = [json.dumps(page.content.decode("utf-8", "replace")).encode() for page in pages]
    for html in itertools.cycle(worded):
        yield b'{"url": "%b", "html": %b}' % (address().encode(), html)


def address() -> str:
    """Return an address that no posting has yet."""
    return f"https://bench.example/jobs/{next(_numbers)}"


def send(port: int, submissions: Iterator[bytes], clients: int, seconds: float) -> Outcome:
    """Have so many clients send one page after the other for so long."""
    outcome, lock = Outcome(), threading.Lock()
    begun, used = time.perf_counter(), time.process_time()

    def client() -> None:
        line = Line(port)
        while time.perf_counter() < begun + seconds:
            with lock:
                body = next(submissions)
            asked = time.perf_counter()
            is_good = line.post(body)
            waited = time.perf_counter() - asked
            with lock:
                outcome.waited.append(waited)
                outcome.errors += not is_good
        line.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcome.seconds = time.perf_counter() - begun
    outcome.sending = time.process_time() - used
    return outcome


class Line:
    """A connection that sends each request in one piece, and takes little time to do so.

    Clients share the cores with what they measure: http.client takes twice as long.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def post(self, body: bytes) -> bool:
        """Send one submission; say whether it was answered well."""
        try:
            self._socket = self._socket or socket.create_connection(
                ("127.0.0.1", self._port), timeout=120
            )
            self._socket.sendall(_HEAD % (self._port, len(body)) + body)
            return _is_good(self._socket)
        except (OSError, ValueError):
            self.close()
            return False

    def close(self) -> None:
        """Hang up."""
        if self._socket:
            self._socket.close()
        self._socket = None


def _is_good(connection: socket.socket) -> bool:
    """Take in an answer to its end; say whether it is a report.

    Raises:
        OSError: it does not come.
        ValueError: it is none, or stops half-way.
    """
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += _more(connection)
    head, _, body = answer.partition(b"\r\n\r\n")
    _, name, length = head.lower().partition(b"content-length:")
    if not name:
        raise ValueError("an answer of unknown length")
    left = int(length.split(b"\r\n", 1)[0]) - len(body)
    while left > 0:
        left -= len(_more(connection))
    return head.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 201 "))


def _more(connection: socket.socket) -> bytes:
    received = connection.recv(256 * 1024)
    if not received:
        raise ValueError("an answer that stops half-way")
    return received


def post(connection: HTTPConnection, body: bytes) -> bool:
    """Send one submission; say whether it was answered well."""
    try:
        connection.request("POST", PATH, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        connection.close()
        return False
    return answer.status in (200, 201)
