"""A job board: pages over https on loopback, which the browser takes for the board's own."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import trustme

from signals.sites import load

HOSTS = tuple(host for site in load() for host in site.hosts)
"""The names that the stage's browser finds here; every other name does not exist for it."""


class JobBoard:
    """Serves what is published to it, under any of `HOSTS`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._pages: dict[str, bytes] = {}
        self._headers: dict[str, dict[str, str]] = {}

    def publish(self, url: str, html: str | Path, policy: str | None = None) -> str:
        """Serve `html` (a text, or a file's) at `url` under a content security policy.

        Returns:
            `url`, to be opened.
        """
        text = html.read_text(encoding="utf-8") if isinstance(html, Path) else html
        self._pages[url] = text.encode()
        self._headers[url] = {"Content-Security-Policy": policy} if policy else {}
        return url

    def find(self, url: str) -> tuple[bytes, dict[str, str]] | None:
        """Return body and headers of what was published at `url`."""
        page = self._pages.get(url)
        return None if page is None else (page, self._headers[url])


@contextmanager
def job_board() -> Iterator[JobBoard]:
    """Yield a job board that answers until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    board = JobBoard(server.server_port)
    server.RequestHandlerClass = type("Handler", (_Handler,), {"board": board})
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(*HOSTS).configure_cert(context)
    # The handshake is left to each connection's own thread: a silent client must not block others.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    with serving(server):
        yield board


@contextmanager
def web_site() -> Iterator[str]:
    """Yield the address of a web site that has nothing to do with Syncline."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _WebSite)
    with serving(server):
        yield f"http://127.0.0.1:{server.server_port}"


@contextmanager
def blank_site() -> Iterator[int]:
    """Yield the port of a site whose every page is blank, for a test to script."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _BlankSite)
    with serving(server):
        yield server.server_port


@contextmanager
def serving(server: ThreadingHTTPServer) -> Iterator[None]:
    """Let `server` answer in a thread of its own until the block ends."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    board: JobBoard
    timeout = 10

    def do_GET(self) -> None:
        found = self.board.find(f"https://{self.headers['Host']}{self.path}")
        body, headers = found or (b"<!doctype html><title>No such page</title>", {})
        self.send_response(200 if found else 404)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the tests tell what went wrong."""


class _WebSite(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<h1>It works!</h1>")

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


class _BlankSite(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"<!doctype html><title>Blank</title>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""
