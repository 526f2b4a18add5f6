"""The service for gunicorn; `server.gunicorn` holds how gunicorn runs it."""

from __future__ import annotations

import atexit
import os

from flask import Flask

from server import logs
from server.app import create_app
from server.background import Background
from server.settings import Settings
from server.settings_file import read_file
from server.state import close
from server.store import open_store


def application() -> Flask:
    """Return the service as environment and settings file have it, its background work begun.

    Raises:
        ServiceError: a setting is wrong, or the database cannot be used.
    """
    settings = Settings.read(os.environ, read_file(os.environ))
    logs.configure(settings.log_level)
    store = open_store(settings.database_url)
    app = create_app(settings, store)
    background = Background(store)
    background.start()

    def end() -> None:
        close(app)
        background.close()
        store.close()

    atexit.register(end)
    return app
