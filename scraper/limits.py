"""How long and how much: every bound of this room, named, with its unit."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000
KIBIBYTE = 1024


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds that may pass.

    Attributes:
        connect: until a connection stands, TLS included.
        read: between two pieces of a body.
        total: for one request with its whole body; a redirect is another request.
        render: for drawing one page in the browser, all its requests included.
        settle: for a drawn page's scripts to stop asking for more.
    """

    connect: float = 10.0
    read: float = 15.0
    total: float = 45.0
    render: float = 30.0
    settle: float = 8.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Amounts that are never exceeded.

    Attributes:
        body: bytes of one page after decompression.
        robots: bytes of a robots.txt that are read; RFC 9309 section 2.5 asks for 500 KiB or more.
        redirects: hops of one fetch; RFC 9309 section 2.3.1.2 asks for five for robots.txt.
        at_once: requests to one host at the same time.
        gap: seconds between the starts of two visits to one host.
        crawl_delay: most seconds that a robots.txt can ask for between two visits.
        retries: further tries after 429 or 503.
        retry_wait: seconds before the first further try where Retry-After names none; doubles.
        retry_after: most seconds of a Retry-After that are waited; a longer one fails at once.
        render_requests: requests that one drawn page may make.
        render_memory: bytes that the browser may hold; beyond, it is ended.
        origins: origins whose robots.txt and pace are remembered.
    """

    body: int = 2 * MEGABYTE
    robots: int = 500 * KIBIBYTE
    redirects: int = 5
    at_once: int = 1
    gap: float = 1.0
    crawl_delay: float = 5.0
    retries: int = 2
    retry_wait: float = 1.0
    retry_after: float = 10.0
    render_requests: int = 100
    render_memory: int = 1500 * MEGABYTE
    origins: int = 2000
