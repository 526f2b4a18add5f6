"""The store's tests run on both databases: a SQLite file, and a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from server.store import Store, open_store
from server.store.schema import Base
from tests.server.postgresql import Cluster, cluster

_TABLES = ", ".join([*Base.metadata.tables, "search"])


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A server with a database that holds the tables."""
    with cluster() as running:
        _run(running, "postgres", "CREATE DATABASE shared")
        open_store(running.url("shared")).close()
        yield running


@pytest.fixture
def postgresql_url(postgresql: Cluster) -> Iterator[str]:
    """The address of a database with all tables, empty."""
    yield postgresql.url("shared")
    _run(postgresql, "shared", f"TRUNCATE {_TABLES}")


@pytest.fixture
def bare_postgresql_url(postgresql: Cluster) -> Iterator[str]:
    """The address of a database without any table."""
    _run(postgresql, "postgres", "CREATE DATABASE bare")
    yield postgresql.url("bare")
    _run(postgresql, "postgres", "DROP DATABASE bare WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'syncline.db'}"
    url: str = request.getfixturevalue("postgresql_url")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


def _run(running: Cluster, database: str, statement: str) -> None:
    with psycopg.connect(running.url(database), autocommit=True) as connection:
        connection.execute(statement.encode())
