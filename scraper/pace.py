"""How fast one host is visited, by the whole program: in turn, with a small gap between visits."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from scraper.limits import Limits

_LOOK_AGAIN = 0.005
"""Seconds after which who waits behind others looks whether it is its turn."""


@dataclass(slots=True)
class _Gate:
    """Who waits for a host, in order, and who is there."""

    waiting: deque[object] = field(default_factory=deque)
    inside: int = 0
    free_at: float = 0.0

    @property
    def is_idle(self) -> bool:
        return not self.waiting and not self.inside


class Pace:
    """Lets requests to a host through at the pace that `Limits` and the site ask for.

    It may be used from several threads, each with an event loop of its own: the service looks at
    companies in one, and reads postings in others.
    """

    def __init__(self, limits: Limits) -> None:
        """Start with no host known."""
        self._limits = limits
        self._lock = threading.Lock()
        self._gates: OrderedDict[str, _Gate] = OrderedDict()

    @property
    def known(self) -> set[str]:
        """The hosts whose pace is remembered."""
        with self._lock:
            return set(self._gates)

    @asynccontextmanager
    async def turn(self, host: str, gap: float) -> AsyncIterator[None]:
        """Wait for a turn at `host`, and hold it for the duration of the block.

        Args:
            host: whom the request goes to.
            gap: seconds to leave after the start of this visit before the next one; 0 for what
                is part of a visit, such as the scripts of a page.
        """
        ticket = object()
        with self._lock:
            gate = self._gate(host)
            gate.waiting.append(ticket)
        try:
            while (wait := self._seconds_to_wait(gate, ticket, gap)) > 0:
                await asyncio.sleep(wait)
            yield
        finally:
            self._leave(gate, ticket)

    def _seconds_to_wait(self, gate: _Gate, ticket: object, gap: float) -> float:
        """0 where it is the ticket's turn, which then is inside; else when to ask again."""
        with self._lock:
            if gate.waiting[0] is not ticket or gate.inside >= self._limits.at_once:
                return _LOOK_AGAIN
            now = time.monotonic()
            if gap > 0 and gate.free_at > now:
                return gate.free_at - now
            gate.waiting.popleft()
            gate.inside += 1
            if gap > 0:
                gate.free_at = now + gap
            return 0.0

    def _leave(self, gate: _Gate, ticket: object) -> None:
        with self._lock:
            if ticket in gate.waiting:  # it gave up
                gate.waiting.remove(ticket)
            else:
                gate.inside -= 1

    def _gate(self, host: str) -> _Gate:
        if host not in self._gates:
            self._forget_idle()
            self._gates[host] = _Gate()
        self._gates.move_to_end(host)
        return self._gates[host]

    def _forget_idle(self) -> None:
        if len(self._gates) < self._limits.origins:
            return
        idle = next((host for host, gate in self._gates.items() if gate.is_idle), None)
        if idle is not None:
            del self._gates[idle]


PROGRAM = Pace(Limits())
"""The pace of the whole program, which every fetcher keeps unless it is given another."""
