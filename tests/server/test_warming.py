"""What is loaded at the start stays, and the garbage collector need not look at it."""

import gc
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
