"""A page as the network gave it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page, fetched or rendered.

    Attributes:
        requested: the address that was asked for.
        url: the address that answered, after redirects, without a fragment.
        status: the HTTP status, 200 to 399.
        content_type: media type in lower case without parameters, `""` where none was sent.
        body: the content, decompressed.
        charset: the character encoding that the Content-Type header names, or None.
    """

    requested: str
    url: str
    status: int
    content_type: str
    body: bytes
    charset: str | None = None
