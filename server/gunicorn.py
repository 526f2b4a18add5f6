"""How gunicorn runs the service; the names are those of its own settings.

One process with threads: checks of companies, and who asked how often, are kept in memory, and a
second process would know nothing of them.
"""

from __future__ import annotations

import os
from pathlib import Path

from server.settings import Settings
from server.settings_file import read_file

_settings = Settings.read(os.environ, read_file(os.environ))
_host = f"[{_settings.host}]" if ":" in _settings.host else _settings.host
_memory = Path("/dev/shm")  # noqa: S108 - gunicorn makes a file of its own in it

bind = f"{_host}:{_settings.port}"
workers = 1
worker_class = "gthread"
threads = 16
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
