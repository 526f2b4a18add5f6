"""What a site's robots.txt allows us (RFC 9309)."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from protego import Protego
from yarl import URL

from scraper.address import join
from scraper.errors import BadAddress, RobotsRefused
from scraper.limits import Limits
from scraper.transport import Answer

MAX_AGE = 24 * 60 * 60.0
"""Seconds that a robots.txt may be remembered; RFC 9309, section 2.4."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGENT_LINE = re.compile(r"\s*user[-\s]*agent(?:\s*:|\s)\s*(?P<agent>[^#]*)", re.IGNORECASE)

Get = Callable[[URL], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Policy:
    """What one origin's robots.txt says to us.

    Attributes:
        rules: its rules, None where there are none that could be read.
        refused_because: why nothing at all may be visited, or None.
    """

    rules: Protego | None = None
    refused_because: str | None = None

    def check(self, url: URL, agent: str) -> None:
        """Refuse `url` if the policy does.

        Raises:
            RobotsRefused: it does.
        """
        if self.refused_because is not None:
            raise RobotsRefused(self.refused_because, where=str(url), todo="Try again later")
        if self.rules is not None and not self.rules.can_fetch(str(url), agent):
            todo = "Open it in your own browser instead"
            raise RobotsRefused("the site's robots.txt refuses it", where=str(url), todo=todo)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The addresses of the sitemaps that it names."""
        return tuple(self.rules.sitemaps) if self.rules is not None else ()

    def delay(self, agent: str) -> float:
        """Seconds that the site asks for between two visits; 0 where it asks for none."""
        return (self.rules and self.rules.crawl_delay(agent)) or 0.0


class RobotsCache:
    """Remembers each origin's policy for a day; asks for it once, whoever waits for it."""

    def __init__(self, get: Get, agent: str, limits: Limits) -> None:
        """Prepare.

        Args:
            get: fetches one address without following redirects, cut at `limits.robots`.
            agent: the product token that robots.txt addresses us by.
            limits: bounds.
        """
        self._get = get
        self._agent = agent
        self._limits = limits
        self._known: OrderedDict[URL, tuple[float, asyncio.Task[Policy]]] = OrderedDict()

    async def policy(self, url: URL) -> Policy:
        """Return the policy of the origin of `url`.

        Raises:
            FetchError: the origin cannot be spoken with, which RFC 9309 counts as a refusal; the
                error that says why is more useful than a bare refusal.
        """
        origin = url.origin()
        task = self._remembered(origin)
        if task is None:
            task = asyncio.create_task(self._ask(origin))
            # A task that nobody waits for any more must not complain of its failure at its end.
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
            self._known[origin] = (self._now(), task)
            while len(self._known) > self._limits.origins:
                self._known.popitem(last=False)
        # Shielded: one impatient caller must not take the answer from the others.
        return await asyncio.shield(task)

    async def close(self) -> None:
        """End what is still being asked for."""
        tasks = [task for _, task in self._known.values()]
        self._known.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _remembered(self, origin: URL) -> asyncio.Task[Policy] | None:
        since, task = self._known.get(origin, (0.0, None))
        if task is None or self._now() - since > MAX_AGE:
            return None
        failed = task.done() and (task.cancelled() or task.exception() is not None)
        return None if failed else task

    async def _ask(self, origin: URL) -> Policy:
        url = origin.with_path("/robots.txt")
        for _ in range(self._limits.redirects + 1):
            answer = await self._get(url)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or location is None:
                return policy_of(answer, self._agent)
            try:
                url = join(url, location)
            except BadAddress:
                return Policy()
        return Policy()  # RFC 9309, section 2.3.1.2: too many redirects count as unavailable

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def policy_of(answer: Answer, agent: str) -> Policy:
    """Return the policy that the answer to a request for robots.txt means.

    4xx allows everything, 5xx refuses everything (RFC 9309, sections 2.3.1.3 and 2.3.1.4).
    """
    if answer.status >= 500:
        what = f"the site's robots.txt answers {answer.status}, which counts as a refusal"
        return Policy(refused_because=what)
    if answer.status != 200:
        return Policy()
    text = answer.body.decode("utf-8-sig", errors="replace")
    return Policy(rules=Protego.parse(only_our_groups(text, agent)))


def only_our_groups(text: str, agent: str) -> str:
    """Return robots.txt `text` with all agents that are not us under one name.

    The parser keeps a set of rules for each agent; a file of tens of thousands of agents would
    keep it busy for minutes.
    """
    lines = text.splitlines()
    for place, line in enumerate(lines):
        found = _AGENT_LINE.match(line)
        if found and found["agent"].strip().strip("*").lower() not in agent.lower():
            lines[place] = "user-agent: other"
    return "\n".join(lines)
