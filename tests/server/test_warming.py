"""What is loaded at the start stays, and the garbage collector need not look at it."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from server.warming import warm_up


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    seconds = sys.getswitchinterval()
    yield
    sys.setswitchinterval(seconds)
    gc.unfreeze()


def test_what_is_loaded_is_kept_from_the_garbage_collector() -> None:
    warm_up()
    assert gc.get_freeze_count() > 10_000


def test_workers_load_no_database_and_nothing_that_fetches() -> None:
    loaded = "import sys, server.warmed; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, check=True, text=True
    )
    unused = {"sqlalchemy", "alembic", "flask", "aiohttp", "playwright"}
    assert unused.isdisjoint(done.stdout.split())
