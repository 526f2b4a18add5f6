"""A real service for each test: real SQLite, and real waitress where HTTP itself matters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import create_app
from server.serving import Listening, in_background
from server.settings import Settings
from server.state import close
from server.store import Store, open_store

AD = "Map Engineer\n\nWe seek an engineer for our team. There is a daily standup at 9:30."
ASYNC_AD = "Chart Editor\n\nWe are an async-first team. There are no daily standups. Apply now."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, port=0)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings.database_url)
    yield opened
    opened.close()


@pytest.fixture
def app(settings: Settings, store: Store) -> Iterator[Flask]:
    made = create_app(settings, store)
    yield made
    close(made)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def listening(app: Flask, settings: Settings) -> Iterator[Listening]:
    with in_background(app, settings) as service:
        yield service
