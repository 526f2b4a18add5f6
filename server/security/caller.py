"""Tells from a request's headers who makes it; scripts of web pages cannot set these headers."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from werkzeug.datastructures import Headers

EXTENSION_ORIGINS = (
    r"chrome-extension://[a-p]{32}",
    r"moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
)
"""Origins of browser extensions: Chromium's ids are 32 letters a to p, Firefox's are UUIDs."""

_READS = ("GET", "HEAD")


class Caller(StrEnum):
    """Who makes a request.

    Attributes:
        PROGRAM: no browser: curl, a script, `syncline`.
        OWN_PAGE: one of the service's own pages.
        PERSON: somebody who typed the address, took a bookmark, or was sent there by an extension.
        LINK: somebody who followed a link of another site to a whole page of ours.
        EXTENSION: a browser extension, or an origin that the settings name.
        OTHER_SITE: any other page in the browser.
    """

    PROGRAM = "program"
    OWN_PAGE = "own_page"
    PERSON = "person"
    LINK = "link"
    EXTENSION = "extension"
    OTHER_SITE = "other_site"


def caller_of(
    method: str, host: str, headers: Headers, allowed_origins: tuple[str, ...] = ()
) -> Caller:
    """Return who makes a request; in doubt another site.

    Browsers send `Origin` with everything that may change something and with what scripts ask of
    other origins, and `Sec-Fetch-Site` with every request to this machine.
    """
    origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
    if origin is not None:
        if is_extension(origin) or origin in allowed_origins:
            return Caller.EXTENSION
        own = _is_own(origin, host) and site in (None, "same-origin")
        return Caller.OWN_PAGE if own else Caller.OTHER_SITE
    if site is None:
        return Caller.PROGRAM
    if site == "same-origin":
        return Caller.OWN_PAGE
    if method in _READS and _opens_a_page(headers):
        return Caller.PERSON if site == "none" else Caller.LINK
    # An extension that may reach this host sends no Origin with a GET, and no page's site.
    return Caller.EXTENSION if site == "none" else Caller.OTHER_SITE


def is_extension(origin: str) -> bool:
    """Whether an origin is a browser extension's."""
    return any(re.fullmatch(pattern, origin) for pattern in EXTENSION_ORIGINS)


def _opens_a_page(headers: Headers) -> bool:
    """Whether the browser opens the answer as a page of its own, in no frame."""
    sent = (headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest"))
    return sent == ("navigate", "document")


def _is_own(origin: str, host: str) -> bool:
    try:
        own = urlsplit(origin)
    except ValueError:
        return False
    return own.scheme in ("http", "https") and own.netloc.lower() == host.lower()
