"""What the app holds while it runs: settings and store, reached from any view."""

from __future__ import annotations

from flask import Flask, current_app

from server.settings import Settings
from server.store import Store

_KEY = "syncline"


def attach(app: Flask, settings: Settings, store: Store) -> None:
    """Give the app its settings and its store."""
    app.extensions[_KEY] = (settings, store)


def settings() -> Settings:
    """Return the settings of the app that answers this request."""
    held: tuple[Settings, Store] = current_app.extensions[_KEY]
    return held[0]


def store() -> Store:
    """Return the store of the app that answers this request."""
    held: tuple[Settings, Store] = current_app.extensions[_KEY]
    return held[1]
