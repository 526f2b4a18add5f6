"""What the service does by itself: warms up, renews old reports, builds an index, clears up."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta

from server.errors import StoreError
from server.rereading import reread
from server.store import Store, delete_older, load_preferences, purge, word_pairs
from server.store.signed_out import forget_signed_out
from server.warming import warm_up

LOG = logging.getLogger("syncline")

ROUND_SECONDS = 3_600
_PAUSE_SECONDS = 0.05


class Background:
    """A thread that does its rounds: at first, each hour, and when deleting left something behind.

    Attributes:
        settled: set while it waits for the next round.
    """

    def __init__(self, store: Store, begins: threading.Event | None = None) -> None:
        """Make one that begins once `begins` is set: what loads at the start goes first."""
        self._store = store
        self._begins = begins
        self.settled = threading.Event()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, name="syncline-background", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End, and return once the step that runs is done."""
        self._ends.set()
        self._store.left_behind.set()
        if self._begins:
            self._begins.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        if self._begins:
            self._begins.wait()
        if not self._ends.is_set():
            warm_up()
        while not self._ends.is_set():
            self.settled.clear()
            self._store.left_behind.clear()
            try:
                self._round()
            except StoreError as error:
                LOG.warning("background work waits for the next round: %s", error)
            self.settled.set()
            self._store.left_behind.wait(ROUND_SECONDS)

    def _round(self) -> None:
        forget_old(self._store, datetime.now(UTC))
        forget_signed_out(self._store, datetime.now(UTC))
        word_pairs.build(self._store, self._ends)
        for step in (self._is_reread, self._is_purged):
            while not self._ends.is_set() and not step():
                self._ends.wait(_PAUSE_SECONDS)  # requests go first

    def _is_reread(self) -> bool:
        return reread(self._store) == 0

    def _is_purged(self) -> bool:
        return purge(self._store)


def forget_old(store: Store, now: datetime) -> int:
    """Delete what is older than the seeker wants it kept; return how many.

    Raises:
        StoreError: the database cannot be used.
    """
    days = load_preferences(store).keep_days
    return delete_older(store, now - timedelta(days=days)) if days else 0
