"""Names to IP addresses, private ones refused.

The connection is made to the very addresses that were checked here, so a name that answers
differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from scraper.address import private
from scraper.errors import NameNotFound
from scraper.networks import why_not_public


class GuardedResolver(AbstractResolver):
    """Resolves like the system, and refuses names that lead to private addresses."""

    def __init__(
        self, *, allow_private: bool = False, hosts: Mapping[str, str] | None = None
    ) -> None:
        """Prepare to resolve; see `Fetcher` for the arguments."""
        self._allow_private = allow_private
        self._hosts = hosts
        self._system = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of `host`, every one of them public unless private is allowed.

        Raises:
            NameNotFound: the name has no address.
            PrivateAddress: one of its addresses is not public.
        """
        found = await self._found(host, port, family)
        if not self._allow_private:
            for result in found:
                # A scope ("fe80::1%eth0") is no part of the address.
                ip = result["host"].partition("%")[0]
                if (why := why_not_public(ip)) is not None:
                    raise private(host, ip, why)
        return found

    async def close(self) -> None:
        """Let go of the system's resolver."""
        await self._system.close()

    async def _found(
        self, host: str, port: int, family: socket.AddressFamily
    ) -> list[ResolveResult]:
        if self._hosts is not None:
            return [_mapped(self._hosts, host, port)]
        try:
            found = await self._system.resolve(host, port, family)
        except OSError as error:
            raise _not_found(host) from error
        if not found:
            raise _not_found(host)
        return found


def _mapped(hosts: Mapping[str, str], host: str, port: int) -> ResolveResult:
    target = hosts.get(f"{host}:{port}") or hosts.get(host)
    if target is None:
        raise _not_found(host)
    ip, _, own_port = target.partition(":")
    return ResolveResult(
        hostname=host,
        host=ip,
        port=int(own_port or port),
        family=socket.AF_INET,
        proto=0,
        flags=socket.AI_NUMERICHOST,
    )


def _not_found(host: str) -> NameNotFound:
    todo = "Check its spelling and your connection"
    return NameNotFound("the name does not resolve", where=host, todo=todo)
