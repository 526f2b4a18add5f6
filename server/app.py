"""The application factory: nothing happens at import."""

from __future__ import annotations

from flask import Flask

from server import api, failures, json_text, metrics, observing, pages, security, state
from server.preparing import Prepare, prepare_in_turn
from server.settings import MAX_BODY_BYTES, Settings
from server.store import Store, open_store


def create_app(
    settings: Settings, store: Store | None = None, prepare: Prepare = prepare_in_turn
) -> Flask:
    """Return the service; opens the settings' database where no store is given.

    Raises:
        ServiceError: the data folder or the database cannot be used.
    """
    app = Flask("server", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MAX_BODY_BYTES
    json_text.init_app(app)
    observing.init_app(app)
    security.init_app(app, settings)
    state.attach(app, settings, store or open_store(settings.database_url), prepare)
    api.init_app(app)
    pages.init_app(app)
    metrics.init_app(app)
    failures.init_app(app)
    return app
