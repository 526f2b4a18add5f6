"""One request, one answer: bounded in time and size, every failure one of ours."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from scraper.address import refuse_private, refuse_unusual_port
from scraper.errors import FetchError, TimedOut, TooLarge, Unreachable
from scraper.identity import Identity
from scraper.limits import MEGABYTE, Timeouts
from scraper.resolver import GuardedResolver

_CHUNK = 64 * 1024
_CONNECTIONS = 100
_ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,text/plain;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request; `headers` has lower-case names."""

    url: URL
    status: int
    headers: Mapping[str, str]
    content_type: str
    charset: str | None
    body: bytes


class Transport:
    """Sends single GET requests; follows nothing and repeats nothing."""

    def __init__(
        self,
        *,
        identity: Identity,
        timeouts: Timeouts,
        allow_private: bool,
        hosts: Mapping[str, str] | None,
        ssl_context: ssl.SSLContext | None,
    ) -> None:
        """Prepare; see `Fetcher` for the arguments."""
        self._identity = identity
        self._timeouts = timeouts
        self._allow_private = allow_private
        self._hosts = hosts
        self._ssl_context = ssl_context
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Open the session; connections are opened as they are needed."""
        resolver = GuardedResolver(allow_private=self._allow_private, hosts=self._hosts)
        connector = aiohttp.TCPConnector(
            resolver=resolver, ssl=self._ssl_context or True, limit=_CONNECTIONS
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,  # no proxy and no .netrc behind the address check's back
            timeout=aiohttp.ClientTimeout(
                total=self._timeouts.total,
                connect=self._timeouts.connect,
                sock_read=self._timeouts.read,
            ),
            headers={
                "User-Agent": self._identity.user_agent,
                "Accept": _ACCEPT,
                "Accept-Language": "en, *;q=0.5",
            },
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(
        self,
        url: URL,
        *,
        most: int,
        cut: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Return the answer of `url`, whatever its status.

        Args:
            url: the address, parsed by `scraper.address`.
            most: bytes of the body after decompression.
            cut: whether a longer body is cut off there instead of refused.
            headers: more headers to send.

        Raises:
            PrivateAddress, NameNotFound, Unreachable, TimedOut, TooLarge: see `scraper.errors`.
        """
        if self._session is None:
            raise RuntimeError("enter the fetcher first: async with Fetcher() as fetcher")
        if not self._allow_private:
            refuse_private(url)
            refuse_unusual_port(url)
        try:
            async with self._session.get(url, allow_redirects=False, headers=headers) as response:
                body = await _read(response, most=most, cut=cut)
                return _answer(url, response, body)
        except FetchError:
            raise
        except (TimeoutError, aiohttp.ClientError, ValueError) as error:
            # ValueError: aiohttp's and its decoders' word for a few kinds of broken answers.
            raise _failure(url, error, self._timeouts) from error


async def _read(response: aiohttp.ClientResponse, *, most: int, cut: bool) -> bytes:
    """The body, decompressed piece by piece, so that a small bomb never unfolds in memory."""
    pieces = bytearray()
    async for piece in response.content.iter_chunked(_CHUNK):
        pieces += piece
        if len(pieces) > most:
            response.close()
            if not cut:
                todo = "Syncline reads texts, not downloads"
                what = f"is larger than {most / MEGABYTE:g} MB"
                raise TooLarge(what, where=str(response.url), todo=todo)
            return bytes(pieces[:most])
    return bytes(pieces)


def _answer(url: URL, response: aiohttp.ClientResponse, body: bytes) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    declared = response.content_type if "content-type" in headers else ""
    return Answer(url, response.status, headers, declared.lower(), response.charset, body)


def _failure(url: URL, error: Exception, timeouts: Timeouts) -> Unreachable:
    # The host, not the page: it may be the robots.txt, which nobody asked for, that failed first.
    where = str(url.origin())
    if isinstance(error, TimeoutError):
        todo = "Try again later"
        return TimedOut(_how_late(error, timeouts), where=where, todo=todo)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return Unreachable("its certificate is not valid for this name", where=where)
    if isinstance(error, aiohttp.ClientSSLError):
        return Unreachable("does not speak TLS as it should", where=where)
    if isinstance(error, aiohttp.ClientConnectorError):
        reason = os.strerror(error.errno).lower() if error.errno else "no route"
        todo = "Check the address and your connection"
        return Unreachable(f"could not be connected to ({reason})", where=where, todo=todo)
    return Unreachable(f"its answer breaks off or is no HTTP ({type(error).__name__})", where=where)


def _how_late(error: TimeoutError, timeouts: Timeouts) -> str:
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return f"could not be connected to within {timeouts.connect:g} s"
    if isinstance(error, aiohttp.SocketTimeoutError):
        return f"did not answer for {timeouts.read:g} s"
    return f"did not answer completely within {timeouts.total:g} s"
