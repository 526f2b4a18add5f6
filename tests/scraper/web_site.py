"""A real web site on loopback, and bounds that suit it."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from scraper.limits import Limits, Timeouts

QUICK = Timeouts(connect=3, read=3, total=5, render=15, settle=3)
UNHURRIED = Limits(gap=0, retry_wait=0)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site answers for one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "text/html; charset=utf-8"
    hangs: bool = False
    pause: float | None = None
    """Seconds between repetitions of the body, which then has no end."""


class Site:
    """A web site on loopback: replies by path, and a record of what was asked for."""

    def __init__(self, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.replies: dict[str, Reply] = {}
        self.otherwise = Reply(b"<h1>Not found</h1>", status=404)
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.conditions: list[str] = []
        self.closing = threading.Event()
        self.server = ThreadingHTTPServer((host, 0), _handler(self))
        if tls is not None:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.host, self.port = host, self.server.server_address[1]

    @property
    def address(self) -> str:
        return f"{self.host}:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.address}{path}"

    def put(self, path: str, body: str | bytes = b"", **more: Any) -> None:
        body = body.encode() if isinstance(body, str) else body
        self.replies[path] = Reply(body, **more)

    def redirect(self, path: str, target: str, status: int = 302) -> None:
        self.put(path, status=status, headers={"Location": target})

    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            conditions = (self.headers["If-None-Match"], self.headers["If-Modified-Since"])
            site.conditions += filter(None, conditions)
            reply = site.replies.get(self.path, site.otherwise)
            if self.path == "/robots.txt" and self.path not in site.replies:
                reply = Reply(status=404)
            if reply.hangs:
                site.closing.wait()
            with suppress(BrokenPipeError, ConnectionResetError):  # the client had enough
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            while reply.pause is not None and not site.closing.wait(reply.pause):
                self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None: ...

    return Handler


@contextmanager
def serving(tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Site]:
    site = Site(tls, host)
    thread = threading.Thread(target=site.server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        site.server.shutdown()
        thread.join()
        site.server.server_close()
