"""What the app holds while it runs: settings, store and workers, reached from any view."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app

from server.companies.checking import Checker
from server.preparing import Prepare
from server.readings import Readings
from server.settings import Settings
from server.store import Store

_KEY = "syncline"


@dataclass(frozen=True, slots=True)
class State:
    """What all views of one app share."""

    settings: Settings
    store: Store
    checker: Checker
    readings: Readings
    prepare: Prepare


def attach(app: Flask, settings: Settings, store: Store, prepare: Prepare) -> None:
    """Give the app its settings and its store, and what works on it in the background."""
    checker = Checker(store, allow_private=settings.allow_private)
    app.extensions[_KEY] = State(settings, store, checker, Readings(), prepare)


def close(app: Flask) -> None:
    """End what the app does in the background; its store stays open."""
    _of(app).readings.close()
    _of(app).checker.close()


def service() -> State:
    """Return all of it, of the app that answers this request."""
    return _of(current_app)


def settings() -> Settings:
    """Return the settings of the app that answers this request."""
    return _of(current_app).settings


def store() -> Store:
    """Return the store of the app that answers this request."""
    return _of(current_app).store


def checker() -> Checker:
    """Return what looks for handbooks for the app that answers this request."""
    return _of(current_app).checker


def readings() -> Readings:
    """Return the addresses being read for the app that answers this request."""
    return _of(current_app).readings


def _of(app: Flask) -> State:
    held: State = app.extensions[_KEY]
    return held
