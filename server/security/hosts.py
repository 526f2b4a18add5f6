"""Host names the service answers for; a page whose name was rebound to us calls by its own."""

from __future__ import annotations

from ipaddress import ip_address

from flask import abort

from server.settings import LOCAL_HOSTS, Settings


def check(host: str, settings: Settings) -> None:
    """Refuse a request that calls the service by a name that is not its own."""
    if name_of(host) not in (*LOCAL_HOSTS, _bracketed(settings.host), *settings.allowed_hosts):
        name = host[:100]
        abort(421, f"This service does not answer for {name!r}; SYNCLINE_ALLOWED_HOSTS adds names.")


def is_local(host: str) -> bool:
    """Whether only this machine can reach a service that listens on `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def name_of(host: str) -> str:
    """The host name without its port; a bracketed IPv6 address keeps its brackets."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host.lower()
