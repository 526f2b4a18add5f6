"""How fast one host is visited: few requests at once, and a small gap between visits."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from scraper.limits import Limits


@dataclass(slots=True)
class _Gate:
    slots: asyncio.Semaphore
    in_order: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    users: int = 0


class Pace:
    """Lets requests to a host through at the pace that `Limits` and the site ask for."""

    def __init__(self, limits: Limits) -> None:
        """Start with no host known."""
        self._limits = limits
        self._gates: OrderedDict[str, _Gate] = OrderedDict()

    @property
    def known(self) -> set[str]:
        """The hosts whose pace is remembered."""
        return set(self._gates)

    @asynccontextmanager
    async def turn(self, host: str, gap: float) -> AsyncIterator[None]:
        """Wait for a turn at `host`, and hold it for the duration of the block.

        Args:
            host: whom the request goes to.
            gap: seconds to leave after the start of this visit before the next one; 0 for what
                is part of a visit, such as the scripts of a page.
        """
        gate = self._gate(host)
        gate.users += 1
        try:
            async with gate.slots:
                await self._wait(gate, gap)
                yield
        finally:
            gate.users -= 1

    async def _wait(self, gate: _Gate, gap: float) -> None:
        if gap <= 0:
            return
        clock = asyncio.get_running_loop().time
        async with gate.in_order:
            await asyncio.sleep(max(0.0, gate.free_at - clock()))
            gate.free_at = clock() + gap

    def _gate(self, host: str) -> _Gate:
        gate = self._gates.get(host)
        if gate is None:
            self._forget_idle()
            gate = self._gates[host] = _Gate(asyncio.Semaphore(self._limits.at_once))
        self._gates.move_to_end(host)
        return gate

    def _forget_idle(self) -> None:
        if len(self._gates) < self._limits.origins:
            return
        idle = next((host for host, gate in self._gates.items() if gate.users == 0), None)
        if idle is not None:
            del self._gates[idle]
