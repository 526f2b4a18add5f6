"""Addresses being fetched and read, so that a page can show that it takes a while."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError, wait
from contextlib import suppress
from dataclasses import dataclass, field

from server.companies.checking import Event
from server.errors import NothingStored, ServiceBusy
from server.store import StoredAnalysis

MOST_AT_ONCE = 8
"""Addresses read at the same time."""

_MOST_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Reading:
    """One address on its way to an analysis; `outcome` holds that, or what went wrong."""

    url: str
    outcome: Future[StoredAnalysis]
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    def has_ended(self, patience: float) -> bool:
        """Wait for the end, but no longer than `patience` seconds; return whether it came."""
        return bool(wait([self.outcome], timeout=patience).done)

    def follow(self, patience: float) -> Iterator[Event | None]:
        """Yield `ended` at the end; None where that did not come for a while."""
        while not self.has_ended(patience):
            yield None
        yield Event("ended", {})


class Readings:
    """The addresses being read now, and the last ones that were."""

    def __init__(self) -> None:
        self._held: dict[str, Reading] = {}
        self._lock = threading.Lock()

    def start(self, url: str, work: Callable[[], StoredAnalysis]) -> Reading:
        """Have `work` done in a thread of its own.

        Raises:
            ServiceBusy: too many addresses are being read.
        """
        reading = Reading(url, Future())
        with self._lock:
            if sum(not one.outcome.done() for one in self._held.values()) >= MOST_AT_ONCE:
                todo = "Try again in a minute"
                raise ServiceBusy("too many addresses are being read", todo=todo)
            self._held[reading.id] = reading
            self._forget_oldest()
        # A daemon: closing the service does not wait for a slow site.
        threading.Thread(
            target=_run, args=(reading.outcome, work), name="syncline-reading", daemon=True
        ).start()
        return reading

    def find(self, id_: str) -> Reading:
        """Return a reading that was started not long ago.

        Raises:
            NothingStored: there is none of that id.
        """
        with self._lock:
            found = self._held.get(id_)
        if found is None:
            todo = "Ask for the address again"
            raise NothingStored("this is not being read any more", todo=todo)
        return found

    def close(self) -> None:
        """Let nobody wait any longer; what is being read ends with the process."""
        with self._lock:
            for one in self._held.values():
                with suppress(InvalidStateError):  # ended already
                    one.outcome.set_exception(ServiceBusy("the service is closing"))

    def _forget_oldest(self) -> None:
        ended = [id_ for id_, one in self._held.items() if one.outcome.done()]
        for id_ in ended[: max(0, len(self._held) - _MOST_REMEMBERED)]:
            del self._held[id_]


def _run(outcome: Future[StoredAnalysis], work: Callable[[], StoredAnalysis]) -> None:
    with suppress(InvalidStateError):  # the service is closing: nobody waits any longer
        try:
            stored = work()
        except Exception as error:  # noqa: BLE001 - whoever asks for the outcome gets it raised
            outcome.set_exception(error)
        else:
            outcome.set_result(stored)
