"""A running browser as the operating system sees it: what it holds, and how it is ended."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import psutil
from playwright.async_api import Browser


class BrowserProcess:
    """The process of a browser with all its children."""

    def __init__(self, pid: int) -> None:
        """Take the process `pid` for the browser's own."""
        self._process: psutil.Process | None = None
        with suppress(psutil.NoSuchProcess):
            self._process = psutil.Process(pid)

    async def bytes_held(self) -> int:
        """Return the memory that all its processes have for themselves alone."""
        return await asyncio.to_thread(lambda: sum(map(_own_bytes, self._all())))

    def kill(self) -> None:
        """End it with all its children, whatever they are doing."""
        for process in self._all():
            with suppress(psutil.NoSuchProcess):
                process.kill()

    def _all(self) -> list[psutil.Process]:
        if self._process is None:
            return []
        with suppress(psutil.NoSuchProcess):
            return [self._process, *self._process.children(recursive=True)]
        return []


async def process_of(browser: Browser) -> BrowserProcess:
    """Return the process of `browser`.

    Raises:
        playwright.async_api.Error: the browser does not answer.
    """
    session = await browser.new_browser_cdp_session()
    known = await session.send("SystemInfo.getProcessInfo")
    await session.detach()
    return BrowserProcess(
        next(one["id"] for one in known["processInfo"] if one["type"] == "browser")
    )


def _own_bytes(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().uss)
    except psutil.Error:  # it has ended, or is none of ours
        return 0
