"""Which IP addresses are public, and why the others are not."""

from __future__ import annotations

import tomllib
from functools import cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from pathlib import Path

Ip = IPv4Address | IPv6Address

_FILE = Path(__file__).with_name("special_networks.toml")

_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that IANA gives out for public use (RFC 4291, section 2.4)."""

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the IPv4 address is the last 32 bits
_ISATAP = (0x00005EFE, 0x02005EFE)  # RFC 5214: bits 64 to 95, then the IPv4 address


def why_not_public(ip: Ip | str) -> str | None:
    """Return what kind of non-public address `ip` is, to follow "an address …"; None if public.

    An IPv6 address that carries an IPv4 address (mapped, NAT64, 6to4, Teredo, ISATAP) is no more
    public than what it carries.

    Raises:
        ValueError: `ip` is a text and no IP address.
    """
    ip = ip_address(ip) if isinstance(ip, str) else ip
    if isinstance(ip, IPv4Address):
        return _special(ip)
    for carried in _carried(ip):
        if (why := _special(carried)) is not None:
            return why
    if ip.ipv4_mapped is not None or ip in _NAT64:
        return None
    return _special(ip) or (None if ip in _GLOBAL_UNICAST else "kept for the future")


def is_loopback(ip: Ip | str) -> bool:
    """Whether `ip` is the machine itself."""
    ip = ip_address(ip) if isinstance(ip, str) else ip
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        return ip.ipv4_mapped.is_loopback
    return ip.is_loopback


def _carried(ip: IPv6Address) -> list[IPv4Address]:
    found = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    last_bits = IPv4Address(int(ip) & 0xFFFF_FFFF)
    if ip in _NAT64 or (int(ip) >> 32) & 0xFFFF_FFFF in _ISATAP:
        found.append(last_bits)
    return [address for address in found if address is not None]


def _special(ip: Ip) -> str | None:
    for network, what in _networks():
        if ip.version == network.version and ip in network:
            return what
    return None


@cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    records = tomllib.loads(_FILE.read_text(encoding="utf-8"))["network"]
    return tuple(
        (ip_network(cidr), record["what"]) for record in records for cidr in record["cidrs"]
    )
