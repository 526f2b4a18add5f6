"""A proxy that leads a browser to the job board, by whatever host name, and to nothing else."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread

from tests.e2e.stage.board import HOSTS

_ANSWER = b"HTTP/1.1 200 Connection established\r\n\r\n"
_REFUSAL = b"HTTP/1.1 502 Bad Gateway\r\n\r\n"


@contextmanager
def tunnel_to(board_port: int) -> Iterator[int]:
    """Yield the port of an HTTPS proxy that knows the boards' hosts alone."""

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):  # a browser that ends breaks off what is under way
                _lead(self.request, board_port)

    class Server(ThreadingTCPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield int(server.server_address[1])
        finally:
            server.shutdown()
            thread.join()


def _lead(browser: socket.socket, board_port: int) -> None:
    request = b""
    while b"\r\n\r\n" not in request:
        received = browser.recv(4096)
        if not received:
            return
        request += received
    host = request.split(b" ")[1].decode().partition(":")[0]
    if not any(fnmatch(host, pattern) for pattern in HOSTS):
        browser.sendall(_REFUSAL)
        return
    with socket.create_connection(("127.0.0.1", board_port)) as board:
        browser.sendall(_ANSWER)
        back = Thread(target=_pour, args=(board, browser), daemon=True)
        back.start()
        _pour(browser, board)
        back.join()


def _pour(source: socket.socket, drain: socket.socket) -> None:
    with suppress(OSError):
        while received := source.recv(65536):
            drain.sendall(received)
    with suppress(OSError):
        drain.shutdown(socket.SHUT_WR)
