"""A service that is killed at any moment has lost the request in flight, and nothing else."""

import json
import signal
import subprocess
import sys
import threading
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest
from sqlalchemy import text

from server.store import list_analyses, open_store, save_analysis
from signals import Posting, analyze
from tests.e2e.stage.service import Service

CLIENTS = 4


def submit_until_killed(service: Service, answered: list[str], enough: threading.Event) -> None:
    """Post one posting after the other until nobody answers."""
    headers = {"Content-Type": "application/json"}
    connection = HTTPConnection("127.0.0.1", service.port, timeout=30)
    with closing(connection), suppress(HTTPException, OSError):
        for number in range(100_000):
            body = json.dumps({"text": f"We seek cook {id(answered)}-{number} for our team."})
            connection.request("POST", "/api/v1/analyses", body, headers)
            answered.append(json.loads(connection.getresponse().read())["id"])
            if len(answered) == 25:
                enough.set()


def test_what_was_answered_outlives_a_kill(tmp_path: Path, store_url: str) -> None:
    service = Service(tmp_path, store_url)
    service.start()
    answered: list[list[str]] = [[] for _ in range(CLIENTS)]
    enough = threading.Event()
    threads = [
        threading.Thread(target=submit_until_killed, args=(service, ids, enough))
        for ids in answered
    ]
    for thread in threads:
        thread.start()
    assert enough.wait(60)
    service.kill()
    for thread in threads:
        thread.join()
    kept = stored_in(store_url)
    told = {id_ for ids in answered for id_ in ids}
    assert told <= kept
    assert len(kept - told) <= CLIENTS


@pytest.mark.parametrize("at", [5, 15, 30, 50, 70])
def test_killed_migration_is_begun_anew(bare_url: str, at: int) -> None:
    killed = subprocess.run([sys.executable, "-c", MIGRATES_AND_DIES, bare_url, str(at)])
    assert killed.returncode == -signal.SIGKILL
    store = open_store(bare_url)
    posting = Posting("We seek a cook.", title="Cook")
    assert save_analysis(store, posting, analyze(posting)).is_new
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bare.db'}"
    return str(request.getfixturevalue("bare_postgresql_url"))


MIGRATES_AND_DIES = """
import os, signal, sys
from itertools import count
from sqlalchemy import Engine, event
from server.store import open_store

statements = count(1)

@event.listens_for(Engine, "after_cursor_execute")
def die(*_):
    if next(statements) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

open_store(sys.argv[1])
"""


def stored_in(url: str) -> set[str]:
    """The ids of all that a database holds, which must be sound."""
    store = open_store(url)
    if store.engine.dialect.name == "sqlite":
        with store.transaction() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    found, cursor = list_analyses(store, limit=10_000)
    store.close()
    assert cursor is None
    return {one.id for one in found}
