"""Runs the service with waitress, and says in one line why it cannot."""

from __future__ import annotations

import errno
import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from waitress.server import create_server
from waitress.wasyncore import close_all

from server.errors import CannotListen
from server.settings import MAX_BODY_BYTES, Settings

_THREADS = 8
_MARGIN = 1024 * 1024
"""Bytes by which waitress's bound is wider, so that Flask's own answers with a problem document."""


@dataclass(frozen=True, slots=True)
class Listening:
    """A service that accepts connections."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """Where to open it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


class Server:
    """One waitress server, bound to its port once made.

    Raises:
        CannotListen: the port is taken, or the address is not this machine's.
    """

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._open: dict[int, object] = {}
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        bound = _bound(settings)
        self._server = create_server(
            app,
            map=self._open,
            sockets=[bound],
            threads=_THREADS,
            ident="Syncline",
            max_request_body_size=MAX_BODY_BYTES + _MARGIN,
        )
        self.listening = Listening(settings.host, bound.getsockname()[1])

    def run(self) -> None:
        """Serve until `stop` is called from another thread, or an interrupt comes."""
        self._server.run()

    def stop(self) -> None:
        """Let running requests end and have `run` return, from another thread.

        The loop closes its sockets itself: it may be waiting on them.
        """
        self._server.task_dispatcher.shutdown()
        self._server.trigger.pull_trigger(self._close_sockets)

    def close(self) -> None:
        """Let running requests end and free the port, once `run` has returned."""
        self._server.task_dispatcher.shutdown()
        self._close_sockets()

    def _close_sockets(self) -> None:
        close_all(self._open, ignore_all=True)


@contextmanager
def in_background(app: Flask, settings: Settings) -> Iterator[Listening]:
    """Serve in a thread for as long as the block lasts."""
    server = Server(app, settings)
    thread = threading.Thread(target=server.run, name="syncline", daemon=True)
    thread.start()
    try:
        yield server.listening
    finally:
        server.stop()
        thread.join(timeout=10)


def _bound(settings: Settings) -> socket.socket:
    """A socket bound to the settings' address; closed again where that fails."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((settings.host, settings.port))
    except OSError as error:
        made.close()
        raise _cannot_listen(error, settings) from error
    return made


def _cannot_listen(error: OSError, settings: Settings) -> CannotListen:
    where = f"{settings.host}:{settings.port}"
    if error.errno == errno.EADDRINUSE:
        todo = "Stop the other program (another Syncline?), or choose another port with --port"
        return CannotListen("the port is already in use", where=where, todo=todo)
    if error.errno == errno.EACCES:
        todo = "Choose a port above 1023 with --port"
        return CannotListen("this port needs rights you do not have", where=where, todo=todo)
    todo = "Choose another address with --host"
    return CannotListen(f"cannot listen there: {error.strerror}", where=where, todo=todo)
