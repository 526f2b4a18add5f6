"""Runs the service with waitress, and says in one line why it cannot."""

from __future__ import annotations

import errno
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from waitress.adjustments import Adjustments
from waitress.task import ThreadedTaskDispatcher
from waitress.wasyncore import close_all, loop

from server.connections import Acceptor, most_connections
from server.errors import CannotListen
from server.settings import MAX_BODY_BYTES, Settings

_THREADS = 8
_MARGIN = 1024 * 1024
"""Bytes by which waitress's bound is wider, so that Flask's own answers with a problem document."""

_RECEIVED_AT_ONCE = 256 * 1024
"""Bytes read in one go; a page read by waitress's eight thousand waits for its turn forty times."""

_IDLE_SECONDS = 60
"""How long a connection may stay silent."""

_LOOK_AFTER_SECONDS = 5
"""How often silent and slow connections are looked for."""

GRACE_SECONDS = 10.0
"""How long requests that run may go on when the service is to end."""
_TURN_SECONDS = 1.0


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

    Its loop is turned here, since waitress's own ends at once when told to, answers unsent.

    Raises:
        CannotListen: the port is taken, or the address is not this machine's.
    """

    def __init__(self, app: Flask, settings: Settings) -> None:
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._socket = _bound(settings)
        self._map: dict[int, object] = {}
        self._server = _acceptor(app, self._socket, self._map)
        self._ending = threading.Event()
        self.listening = Listening(settings.host, self._socket.getsockname()[1])

    def run(self, grace: float = GRACE_SECONDS) -> None:
        """Serve until `stop` is called; requests that run then have `grace` seconds to end."""
        while not self._ending.is_set():
            self._turn()
        self._stop_listening()
        deadline = time.monotonic() + grace
        while self._is_busy() and time.monotonic() < deadline:
            self._turn(0.1)

    def stop(self) -> None:
        """Have `run` end, from another thread or a signal's handler."""
        self._ending.set()
        self._server.pull_trigger()

    def close(self) -> None:
        """Free everything; to be called once `run` has returned, or if it never ran."""
        self._stop_listening()
        self._server.task_dispatcher.shutdown(timeout=_TURN_SECONDS)
        if not self._server.task_dispatcher.threads:  # one that runs on would write to what closed
            close_all(self._map, ignore_all=True)

    def _turn(self, seconds: float = _TURN_SECONDS) -> None:
        loop(seconds, use_poll=True, map=self._map, count=1)  # select knows no more than 1024 files

    def _stop_listening(self) -> None:
        if self._socket.fileno() != -1:
            self._server.del_channel()
            self._socket.close()

    def _is_busy(self) -> bool:
        channels = self._server.active_channels.values()
        return any(channel.requests or channel.total_outbufs_len for channel in channels)


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
        thread.join()
        server.close()


def _acceptor(app: Flask, bound: socket.socket, map_: dict[int, object]) -> Acceptor:
    """Waitress as it makes its servers itself, but of our kind, and listening."""
    adjustments = Adjustments(
        sockets=[bound],
        threads=_THREADS,
        ident="Syncline",
        max_request_body_size=MAX_BODY_BYTES + _MARGIN,
        recv_bytes=_RECEIVED_AT_ONCE,
        connection_limit=most_connections(),
        channel_timeout=_IDLE_SECONDS,
        cleanup_interval=_LOOK_AFTER_SECONDS,
    )
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(_THREADS)
    where = (bound.family, bound.type, bound.proto, bound.getsockname())
    return Acceptor(
        app, map_, True, bound,
        dispatcher=dispatcher, adj=adjustments, bind_socket=False, sockinfo=where,
    )  # fmt: skip


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
