"""Worker processes, so that reading a page keeps nobody from being answered.

Python runs one thread of a process at a time: in one process, each answer waits for the page that
is being read. Workers are forked from a process that has loaded the rule book, and share it.
"""

from __future__ import annotations

import logging
import os
import queue
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress

from server import logs
from server.errors import NotRead, ServiceBusy
from server.filing.entries import Entry
from server.preparing import Page, prepare_in_turn
from server.worker import LONGEST_SECONDS, Fault, Gone, Worker
from signals.errors import SynclineError

LOG = logging.getLogger("syncline")

_WHY = f"This page takes longer than {LONGEST_SECONDS} seconds to read, or ends what reads it"

_MOST = 4
"""More would wait for the process that answers, which gives them their pages."""

_MOST_NEW = 3
"""Workers that may end before they have the page, beside all that waited: then each will."""

_PATIENCE = 10.0
"""Seconds that closing waits for a worker that is being started; it takes two, seldom more."""


def usual_count() -> int:
    """Return how many workers suit this machine: one a core, and none where there is but one."""
    return min(cores(), _MOST) if cores() > 1 else 0


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class Workers:
    """Up to so many workers; whoever has a page waits for one that is free.

    There is one at first, and another each time that all are busy. Where none can be started, or
    none is wanted, pages are read in this process, in turn.

    Attributes:
        ready: set once a page need not wait for the first, or there will be none.
    """

    def __init__(self, most: int) -> None:
        self.ready = threading.Event()
        self._most = most
        self._starting: threading.Thread | None = None
        self._free: queue.LifoQueue[Worker | None] = queue.LifoQueue()
        self._all: set[Worker] = set()
        self._lock = threading.Lock()
        self._is_closed = False

    @property
    def idle(self) -> int:
        """How many wait for a page."""
        return self._free.qsize()

    def pids(self) -> set[int]:
        """Return the numbers of their processes."""
        with self._lock:
            return {worker.pid for worker in self._all}

    def start(self) -> None:
        """Begin to start the first; pages that come before wait for it."""
        if self._most:
            self._start_another()
        else:
            self._free.put(None)
            self.ready.set()

    def prepare(self, page: Page) -> Entry:
        """Have a page read and analysed.

        Raises:
            NotAPosting: it holds no job ad.
            NotRead: it takes too long, or ends what reads it.
            ServiceBusy: the service is closing.
        """
        most = self._most + _MOST_NEW
        while (worker := self._next()) is not None:
            try:
                answer = worker.ask(page)
            except Gone as gone:
                self._replace(worker)
                most -= 1
                if gone.with_page or not most:
                    raise NotRead(_WHY) from gone
            except BaseException:
                self._replace(worker)  # what it says next may be about this page
                raise
            else:
                self._free.put(worker)
                return _told(answer)
        self._free.put(None)  # for the next who comes
        if self._is_closed:
            raise ServiceBusy("the service is closing")
        return prepare_in_turn(page)

    def close(self) -> None:
        """End all of them; a page that is still being read is given up."""
        with self._lock:
            self._is_closed = True
            starting = self._starting
        if starting:
            starting.join(_PATIENCE)  # a process that is left half-started prints a traceback
        idle = set(self._taken())
        self._free.put(None)
        for worker in idle:
            worker.end()
        for worker in self._all - idle:  # whoever waits for it ends it
            worker.kill()

    def _next(self) -> Worker | None:
        """One that is free, waited for where there is none; None where there will be none."""
        with suppress(queue.Empty):
            return self._free.get_nowait()
        self._start_another()
        return self._free.get()

    def _start_another(self) -> None:
        """Begin to start one more, where there may be and none is starting."""
        with self._lock:
            if self._is_closed or self._starting or len(self._all) >= self._most:
                return
            self._starting = threading.Thread(
                target=self._add, name="syncline-workers", daemon=True
            )
            self._starting.start()

    def _add(self) -> None:
        worker = _started()
        with self._lock:
            self._starting = None
            too_late = worker if self._is_closed else None
            if worker and not too_late:
                self._all.add(worker)
                self._free.put(worker)
            elif not self._all:
                self._free.put(None)
        self.ready.set()
        if too_late:
            too_late.end()

    def _replace(self, worker: Worker) -> None:
        """End one that cannot go on, and begin to start another."""
        worker.kill()
        worker.end()
        with self._lock:
            self._all.discard(worker)
        self._start_another()

    def _taken(self) -> Iterator[Worker]:
        """All that are free, which nobody gets any more."""
        with suppress(queue.Empty):
            while True:
                if (worker := self._free.get_nowait()) is not None:
                    yield worker


def _started() -> Worker | None:
    try:
        return Worker()
    except Exception as error:
        LOG.warning("a process that reads pages could not be started", exc_info=error)
        return None


def _told(answer: Entry | SynclineError | Fault) -> Entry:
    """The entry, or raised what came in place of it."""
    if isinstance(answer, Entry):
        return answer
    if isinstance(answer, SynclineError):
        raise answer
    logs.tell(logging.ERROR, "a worker failed", fault=answer.places)
    raise RuntimeError("a worker failed")
