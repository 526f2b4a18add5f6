"""A site's own list of its pages (sitemaps.org), and which of them may be its handbook. Pure.

The list is read as text, not as XML: there is nothing in it but addresses, and no entities that
could unfold without end.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from scraper.address import parse
from scraper.errors import BadAddress
from scraper.handbook.company import Company
from scraper.handbook.hosting import OWN, host_of
from scraper.handbook.places import places
from scraper.page import Page

MOST_BYTES = 2_000_000
"""Bytes of an unpacked sitemap that are read."""

_ADDRESS = re.compile(r"<loc>\s*+(?:<!\[CDATA\[)?+\s*+([^<\]\s]{1,2000})", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses that one sitemap names.

    Attributes:
        addresses: of pages, or of further sitemaps.
        is_index: whether they are further sitemaps.
    """

    addresses: tuple[str, ...]
    is_index: bool = False


def read_sitemap(page: Page) -> Sitemap:
    """Return what `page` lists, packed or not; nothing where it is no sitemap."""
    text = _unpacked(page.body).decode("utf-8", errors="replace")
    found = (unescape(address) for address in _ADDRESS.findall(text))
    return Sitemap(tuple(dict.fromkeys(found)), is_index="<sitemapindex" in text[:2000].lower())


def likeliest_sitemap(addresses: Iterable[str]) -> str | None:
    """Return the sitemap among `addresses` whose name most promises a handbook, or None."""
    known = tuple(addresses)
    for words in places().sitemap_names:
        for address in known:
            if words.found_in(address.rpartition("/")[2]):
                return address
    return None


def handbook_addresses(sitemap: Sitemap, company: Company) -> tuple[str, ...]:
    """Return where the company's handbook may begin, as its pages in `sitemap` tell."""
    known = places()
    roots = {root for address in sitemap.addresses for root in _roots(address, company)}
    by_depth = sorted(roots, key=lambda root: (root.count("/"), root))
    return tuple(by_depth[: known.most_sitemap_candidates])


def _roots(address: str, company: Company) -> Iterator[str]:
    known = places()
    if not known.link_addresses.found_in(address) or known.sitemap_not.found_in(address):
        return
    try:
        url = parse(address)
    except BadAddress:
        return
    if host_of(str(url), company) not in OWN:
        return
    root = url.origin().with_path("/")
    for part in ("", *url.parts[1:]):
        root = root / part if part else root
        if known.link_addresses.found_in(str(root)):
            yield str(root)
            return


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(_GZIP):
        return body[:MOST_BYTES]
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(body, MOST_BYTES)
    except zlib.error:
        return b""
