"""Texts to addresses of pages: parsed once, strictly, the way a browser would read them."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from yarl import URL

from scraper.errors import BadAddress, PrivateAddress
from scraper.networks import Ip, why_not_public

MAX_LENGTH = 8000
"""Characters of an address; RFC 9110, section 4.1, asks servers to take 8000."""

_SCHEMES = ("http", "https")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")
_HOST_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_MAX_HOST = 253
_USUAL_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443})


def parse(text: str) -> URL:
    """Return the address in `text`, with its host in ASCII and no fragment.

    An IPv4 host in decimal, octal, hexadecimal or shortened form becomes the usual dotted one.

    Raises:
        BadAddress: no http or https address, or one with credentials, spaces, control characters,
            a host that cannot be one, or a port out of range.
    """
    shown = _shown(text)
    text = text.strip(" ")
    if len(text) > MAX_LENGTH:
        raise BadAddress(f"is longer than {MAX_LENGTH} characters", where=shown)
    if _FORBIDDEN.search(text):
        raise BadAddress("holds a space, a control character or a backslash", where=shown)
    try:
        url = URL(text)
        port = url.port
    except ValueError as error:
        raise BadAddress("is no address of a page", where=shown) from error
    if url.scheme not in _SCHEMES:
        todo = "Give an address that begins with https:// or http://"
        raise BadAddress("is no web address", where=shown, todo=todo)
    if url.raw_user is not None or url.raw_password is not None:
        raise BadAddress("holds a user name or password", where=shown, todo="Leave it out")
    if port is None or not 0 < port <= 65535:
        raise BadAddress("has a port that cannot be", where=shown)
    parsed = url.with_host(_host(url, shown)).with_fragment(None)
    try:
        parsed.host  # noqa: B018 - read for its error: punycode that spells nothing
    except UnicodeError as error:
        raise BadAddress("has a host name that cannot be one", where=shown) from error
    return parsed


def join(base: URL, location: str) -> URL:
    """Return the address that `location` means on the page `base`.

    Raises:
        BadAddress: see `parse`.
    """
    try:
        joined = base.join(URL(location.strip(" ")))
    except ValueError as error:
        raise BadAddress("is no address of a page", where=_shown(location)) from error
    return parse(str(joined))


def literal_ip(host: str) -> Ip | None:
    """Return the IP address that `host` spells out, None where it is a name.

    Reads what browsers read (WHATWG URL, "IPv4 parser"): 127.1, 2130706433, 0x7f.1, 0177.0.0.1.

    Raises:
        ValueError: `host` ends in a number and yet is no IPv4 address.
    """
    host = host.strip("[]").rstrip(".").lower()
    if ":" in host:
        return IPv6Address(host)
    *_, last = parts = host.split(".")
    if not _NUMBER.fullmatch(last):
        return None
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise AddressValueError(host)
    *leading, tail = (_number(part) for part in parts)
    if any(number > 255 for number in leading) or tail >= 256 ** (4 - len(leading)):
        raise AddressValueError(host)
    return IPv4Address(tail + sum(n * 256 ** (3 - place) for place, n in enumerate(leading)))


def refuse_private(url: URL) -> None:
    """Refuse an address that spells out a private IP; names are checked when they resolve.

    Raises:
        PrivateAddress: the host is an IP address that is not public.
    """
    ip = literal_ip(url.raw_host or "")
    if ip is not None and (why := why_not_public(ip)) is not None:
        raise private(str(url), str(ip), why)


def refuse_unusual_port(url: URL) -> None:
    """Refuse a port where web sites are not: what listens there is no page for strangers.

    Raises:
        BadAddress: the port is another than the usual ones of the web.
    """
    if url.port not in _USUAL_PORTS:
        todo = "If it is meant, run syncline with --allow-private"
        raise BadAddress(
            f"is at port {url.port}, where web sites are not", where=str(url), todo=todo
        )


def private(where: str, ip: str, why: str) -> PrivateAddress:
    """Return the error for the page `where` that leads to `ip`, an address `why`."""
    todo = "If it is meant, run syncline with --allow-private"
    return PrivateAddress(f"leads to {ip}, an address {why}", where=where, todo=todo)


def _host(url: URL, shown: str) -> str:
    host = (url.raw_host or "").rstrip(".").lower()
    try:
        ip = literal_ip(host)
    except ValueError as error:
        raise BadAddress("has a host that is no IP address", where=shown) from error
    if ip is not None:
        if isinstance(ip, IPv6Address) and ip.scope_id is not None:
            raise BadAddress("names a network interface", where=shown)
        return str(ip)
    labels = host.split(".")
    if len(host) > _MAX_HOST or not all(_HOST_LABEL.fullmatch(label) for label in labels):
        raise BadAddress("has a host name that cannot be one", where=shown)
    return host


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    if part.startswith("0") and len(part) > 1:
        return int(part, 8)  # raises ValueError for 08 and 09, as browsers refuse them
    return int(part)


def _shown(text: str, most: int = 120) -> str:
    """`text` fit for one line of an error message."""
    line = "".join(char if char.isprintable() else "\ufffd" for char in text.strip())
    return line if len(line) <= most else f"{line[:most]}…"
