"""How gunicorn runs the service; the names are those of its own settings.

One process with threads: checks of companies, and who asked how often, are kept in memory, and a
second process would know nothing of them.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path

from gunicorn import util
from gunicorn.workers import gthread

from server.connections import most_connections, problem
from server.settings import Settings
from server.settings_file import read_file


def _write_problem(sock: socket.socket, status: int, reason: str, said: str) -> None:
    """Answer what never reached the application; gunicorn has no setting for its HTML page."""
    body = problem(status, said)
    head = (
        f"HTTP/1.1 {status} {reason}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/problem+json\r\nCache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\n\r\n"
    )
    util.write_nonblock(sock, head.encode("latin-1") + body)


util.write_error = _write_problem


class Worker(gthread.ThreadWorker):
    """Gives no thread to a connection that says nothing; gunicorn's own waits five seconds."""

    def handle(self, conn: gthread.TConn) -> object:
        """Handle a connection's request, or have it wait among the silent ones."""
        if not conn.initialized and not conn.wait_for_data(0.0):
            return gthread._DEFER
        return super().handle(conn)


_settings = Settings.read(os.environ, read_file(os.environ))
_host = f"[{_settings.host}]" if ":" in _settings.host else _settings.host
_memory = Path("/dev/shm")  # noqa: S108 - gunicorn makes a file of its own in it

bind = f"{_host}:{_settings.port}"
workers = 1
worker_class = Worker
threads = 16
worker_connections = most_connections()
timeout = 60
graceful_timeout = 15
keepalive = 30
control_socket_disable = True
worker_tmp_dir = str(_memory) if _memory.is_dir() else None  # its heartbeat waits for no disk
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "server.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"level": "WARNING", "handlers": ["stderr"]},
    "loggers": {"gunicorn.error": {"level": "INFO", "handlers": ["stderr"], "propagate": False}},
}
