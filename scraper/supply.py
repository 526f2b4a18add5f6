"""Answers what a drawn page asks for: from the fetcher, or not at all."""

from __future__ import annotations

import asyncio
from typing import Any

from playwright.async_api import BrowserContext, Request, Route, WebSocketRoute
from playwright.async_api import Error as PlaywrightError

from scraper.errors import FetchError, HttpStatus
from scraper.fetcher import Fetcher
from scraper.page import Page

_SUPPLIED = frozenset({"document", "script", "stylesheet", "xhr", "fetch"})
"""Kinds of requests that may change what a page says; pictures and fonts do not."""


class Supply:
    """All that one drawn page gets to see of the network."""

    def __init__(self, fetcher: Fetcher, document: Page) -> None:
        """Prepare.

        Args:
            fetcher: brings what is asked for, checks included; its limits bound the requests.
            document: the page itself, which is there already.
        """
        self._fetcher = fetcher
        self._documents = {document.url: document}
        self._left = fetcher.limits.render_requests
        self._answering: set[asyncio.Task[Any]] = set()

    async def attach(self, context: BrowserContext) -> None:
        """Stand between all pages of `context` and the network."""
        await context.route("**/*", self._answer)
        await context.route_web_socket("**/*", _refuse_socket)

    def end(self) -> None:
        """Give up what the page still waits for: it would keep its host from the next page."""
        self._left = 0
        for task in self._answering:
            task.cancel()

    async def _answer(self, route: Route, request: Request) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - inside a coroutine there always is one
        self._answering.add(task)
        try:
            if self._is_allowed(request):
                await self._supply(route, request)
            else:
                await route.abort("blockedbyclient")
        except PlaywrightError:
            return  # the page is gone, and nobody waits for the answer any more
        finally:
            self._answering.discard(task)

    def _is_allowed(self, request: Request) -> bool:
        self._left -= 1
        return self._left >= 0 and request.method == "GET" and request.resource_type in _SUPPLIED

    async def _supply(self, route: Route, request: Request) -> None:
        address = request.url.partition("#")[0]
        try:
            page = self._documents.pop(address, None)
            page = page or await self._fetcher.fetch(address, part_of_page=True)
        except HttpStatus as error:
            await route.fulfill(status=error.status, body="", headers=_shared_with(request))
        except FetchError:
            await route.abort("failed")
        else:
            headers = {**_shared_with(request), "content-type": _content_type(page)}
            await route.fulfill(status=200, body=page.body, headers=headers)


def _shared_with(request: Request) -> dict[str, str]:
    """Headers that let the page read what it asked another site for.

    There is nothing to protect: the profile is empty, no credentials are ever sent, and all that
    can be fetched is public.
    """
    origin = request.headers.get("origin", "*")
    return {"access-control-allow-origin": origin, "access-control-allow-credentials": "true"}


def _content_type(page: Page) -> str:
    charset = f"; charset={page.charset}" if page.charset else ""
    return f"{page.content_type or 'text/html'}{charset}"


async def _refuse_socket(socket: WebSocketRoute) -> None:
    await socket.close(code=1008, reason="Syncline opens no sockets")
