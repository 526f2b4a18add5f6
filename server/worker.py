"""One process that reads and analyses pages, and the line to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from server.filing.entries import Entry
from server.logs import places_of
from server.preparing import Page, prepare
from signals.errors import SynclineError

LONGEST_SECONDS = 30
"""How long a page may take; the longest honest one seen takes one."""

_PATIENCE = 1.0
"""Seconds in which a worker whose line was cut is to end by itself."""

_FORKED = multiprocessing.get_context("forkserver")
_LOADED = "server.warmed"


class Gone(Exception):
    """The process has ended; `with_page` tells whether it had the page by then."""

    def __init__(self, *, with_page: bool) -> None:
        super().__init__(with_page)
        self.with_page = with_page


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong inside: the exception's kind and its places, which a log may hold."""

    places: list[str]


class Worker:
    """A process that is ready for a page.

    Raises:
        OSError: the system starts no process.
    """

    def __init__(self) -> None:
        # Else Python looks for its modules in the folder first that Syncline was started in.
        os.environ["PYTHONSAFEPATH"] = "1"
        _FORKED.set_forkserver_preload([_LOADED])
        self._line, its_end = _FORKED.Pipe()
        with its_end:
            self._process = _FORKED.Process(target=_work, args=(its_end,), name="syncline-worker")
            self._process.start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid or 0

    def ask(self, page: Page) -> Entry | SynclineError | Fault:
        """Have a page read and analysed; return what comes of it, or what is wrong with it.

        Raises:
            Gone: the process has ended.
        """
        try:
            self._line.send(page)
            self._line.recv()  # it has the page: what ends it from now on may be the page's fault
        except (EOFError, OSError) as error:
            raise Gone(with_page=False) from error
        try:
            answer: Entry | SynclineError | Fault = self._line.recv()
        except (EOFError, OSError) as error:
            raise Gone(with_page=True) from error
        return answer

    def kill(self) -> None:
        """End it at once; whoever waits for it is told that it is gone."""
        self._process.kill()

    def end(self) -> None:
        """Have one that nobody waits for end, and return once it has."""
        self._line.close()
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()
        self._process.close()


def _work(line: Connection) -> None:
    """Answer page after page until the line is cut.

    Signals that end the service reach all its processes, while it still answers what it was asked.
    A page that takes too long ends the process by the system's alarm, which nothing holds up.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with suppress(EOFError, OSError):
        while True:
            page = line.recv()
            line.send(None)
            signal.alarm(LONGEST_SECONDS)
            answer = _answer(page)
            signal.alarm(0)
            line.send(answer)


def _answer(page: Page) -> Entry | SynclineError | Fault:
    try:
        return prepare(page)
    except SynclineError as error:
        return error.with_traceback(None)
    except Exception:  # noqa: BLE001 - whoever asked has it logged
        return Fault(places_of(sys.exc_info()))
