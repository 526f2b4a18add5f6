"""A service that is killed at any moment has lost the request in flight, and nothing else."""

import json
import threading
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from sqlalchemy import text

from server.store import list_analyses, open_store
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


def test_what_was_answered_outlives_a_kill(tmp_path: Path) -> None:
    service = Service(tmp_path)
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
    kept = stored_in(tmp_path / "syncline.db")
    told = {id_ for ids in answered for id_ in ids}
    assert told <= kept
    assert len(kept - told) <= CLIENTS


def stored_in(file: Path) -> set[str]:
    """The ids of all that a file holds, which must be sound."""
    store = open_store(f"sqlite:///{file}")
    with store.transaction() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    found, cursor = list_analyses(store, limit=10_000)
    store.close()
    assert cursor is None
    return {one.id for one in found}
