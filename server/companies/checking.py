"""Looks for companies' handbooks in the background: one at a time, with progress to follow."""

from __future__ import annotations

import asyncio
import logging
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from scraper import Fetcher, HandbookFinding, check, finding_document
from scraper.cache import Cache
from server.documents import Document
from server.errors import ServiceBusy
from server.store import Store, keep_finding
from signals.errors import SynclineError

LOG = logging.getLogger("syncline")

MOST_WAITING = 50
"""Companies that may wait for their turn."""

_MOST_REMEMBERED = 100
_INSIDE = "Something went wrong inside the service. Its log says what."


class CheckState(StrEnum):
    """How far a check is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


ENDED = (CheckState.DONE, CheckState.FAILED)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a check: `progress`, `finding` or `failed`."""

    name: str
    data: Document


@dataclass(slots=True)
class Check:
    """One look at a company, followed by any number of listeners."""

    domain: str
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    state: CheckState = CheckState.WAITING
    events: list[Event] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    @property
    def document(self) -> Document:
        """The check as the API shows it."""
        return {"id": self.id, "domain": self.domain, "state": self.state}

    @property
    def failure(self) -> str | None:
        """What kept the check from its end, or None."""
        last = self.events[-1] if self.events else None
        return str(last.data["detail"]) if last and last.name == "failed" else None

    def tell(self, name: str, data: Document, state: CheckState = CheckState.RUNNING) -> None:
        """Add an event and wake who listens."""
        with self.changed:
            self.events.append(Event(name, data))
            self.state = state
            self.changed.notify_all()

    def tell_page(self, seen: int, url: str) -> None:
        """Tell that the page at `url` is looked at now, after `seen` others."""
        self.tell("progress", {"looked_at": seen + 1, "url": url})

    def follow(self, patience: float) -> Iterator[Event | None]:
        """Yield what happened and what happens, to the end; None where nothing did for a while."""
        seen = 0
        while True:
            with self.changed:
                if len(self.events) == seen and self.state not in ENDED:
                    self.changed.wait(patience)
                fresh, ended = self.events[seen:], self.state in ENDED
            seen += len(fresh)
            yield from fresh or (() if ended else (None,))
            if ended:
                return


class Checker:
    """Checks companies one after the other in a thread that starts with the first of them."""

    def __init__(self, store: Store, *, allow_private: bool) -> None:
        self._store = store
        self._allow_private = allow_private
        self._checks: dict[str, Check] = {}
        self._lock = threading.Lock()
        self._cache = Cache()
        self._thread: ThreadPoolExecutor | None = None
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]] | None = None
        self._is_closed = False

    def ask(self, domain: str) -> Check:
        """Have a company looked at; one that waits or is being looked at is not asked for twice.

        Raises:
            ServiceBusy: too many wait already, or the service is closing.
        """
        with self._lock:
            if self._is_closed:
                raise ServiceBusy("the service is closing", todo="Try again once it runs again")
            known = self._checks.get(domain)
            if known and known.state not in ENDED:
                return known
            waiting = sum(one.state not in ENDED for one in self._checks.values())
            if waiting >= MOST_WAITING:
                todo = "Try again in some minutes"
                raise ServiceBusy("too many companies wait to be looked at", todo=todo)
            made = self._checks[domain] = Check(domain)
            self._forget_oldest()
            self._thread = self._thread or ThreadPoolExecutor(1, "syncline-check")
            self._thread.submit(self._run, made).add_done_callback(lambda f: _ended(made, f))
            return made

    def of(self, domain: str) -> Check | None:
        """Return the latest check of a company, or None where there was none for a while."""
        with self._lock:
            return self._checks.get(domain)

    def close(self) -> None:
        """End what runs, drop what waits, and return once the thread has ended."""
        with self._lock:
            self._is_closed = True
            if self._running is not None:
                loop, task = self._running
                loop.call_soon_threadsafe(task.cancel)
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def _forget_oldest(self) -> None:
        ended = [domain for domain, one in self._checks.items() if one.state in ENDED]
        for domain in ended[: max(0, len(self._checks) - _MOST_REMEMBERED)]:
            del self._checks[domain]

    def _run(self, one: Check) -> None:
        finding = asyncio.run(self._look(one))
        keep_finding(self._store, one.domain, finding)
        one.tell("finding", finding_document(finding), CheckState.DONE)

    async def _look(self, one: Check) -> HandbookFinding:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - inside a coroutine there always is one
        with self._lock:
            self._running = (asyncio.get_running_loop(), task)
        try:
            if self._is_closed:
                raise asyncio.CancelledError
            one.tell("progress", {"looked_at": 0, "url": None})
            async with Fetcher(allow_private=self._allow_private, cache=self._cache) as fetcher:
                return await check(one.domain, fetcher=fetcher, progress=one.tell_page)
        finally:
            with self._lock:
                self._running = None


def _ended(one: Check, future: Future[None]) -> None:
    """Tell listeners of a check that found nothing because it could not end."""
    error = None if future.cancelled() else future.exception()
    if isinstance(error, SynclineError):
        one.tell("failed", {"detail": str(error)}, CheckState.FAILED)
    elif error is not None and not isinstance(error, asyncio.CancelledError):
        LOG.error("the check of a company failed", exc_info=error)
        one.tell("failed", {"detail": _INSIDE}, CheckState.FAILED)
    elif error is not None or future.cancelled():
        one.tell("failed", {"detail": "The service is closing."}, CheckState.FAILED)
