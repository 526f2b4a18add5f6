"""Which addresses may be a company's handbook. Pure: read pages in, addresses out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yarl import URL

from scraper.handbook.company import Company, site
from scraper.handbook.model import HandbookHost
from scraper.handbook.reading import Link, ReadPage
from scraper.handbook.words import Words

_FILE = Path(__file__).with_name("candidates.toml")


@dataclass(frozen=True, slots=True)
class Places:
    """The usual places, read from candidates.toml."""

    paths: tuple[str, ...]
    subdomains: tuple[str, ...]
    link_texts: Words
    link_addresses: Words
    listing_texts: Words
    listing_addresses: Words
    most_listings: int
    hosts: Mapping[HandbookHost, tuple[str, ...]]


def usual_paths(home: str) -> tuple[str, ...]:
    """Return the usual addresses on the site of the page `home`."""
    origin = URL(home).origin()
    return tuple(str(origin.with_path(path)) for path in places().paths)


def usual_subdomains(company: Company) -> tuple[str, ...]:
    """Return the usual addresses below the company's domain; none for an IP address."""
    home = company.homes[0]
    host = home.host or ""
    if host.replace(".", "").isdigit() or ":" in host:
        return ()
    return tuple(str(home.with_host(f"{name}.{host}")) for name in places().subdomains)


def handbook_links(page: ReadPage, company: Company) -> tuple[str, ...]:
    """Return the addresses of links on `page` that promise a handbook of `company`.

    Only on the company's own site and where handbooks are hosted: elsewhere such a link leads to
    somebody else's.
    """
    known = places()
    return tuple(
        link.url
        for link in page.links
        if link.url != page.url
        and (known.link_texts.first(link.text) or known.link_addresses.first(link.url))
        and host_of(link.url, company) is not HandbookHost.OTHER
    )


def listing_links(page: ReadPage, company: Company) -> tuple[str, ...]:
    """Return the addresses of the company's pages where a handbook is likely to be linked."""
    found = (link.url for link in page.links if _is_listing(link, company) and link.url != page.url)
    return tuple(dict.fromkeys(found))[: places().most_listings]


def section_links(page: ReadPage, most: int) -> tuple[str, ...]:
    """Return up to `most` addresses of pages below `page`: the sections of a handbook."""
    base = page.url.rstrip("/")
    below = (link.url for link in page.links if link.url.startswith(f"{base}/"))
    return tuple(url for url in dict.fromkeys(below) if url.rstrip("/") != base)[:most]


def host_of(url: str, company: Company) -> HandbookHost:
    """Return where the address `url` lives, seen from `company`."""
    host = URL(url).host or ""
    for kind, names in places().hosts.items():
        if any(host == name or host.endswith(f".{name}") for name in names):
            return kind
    own = {home.host for home in company.homes}
    if host in own or host.removeprefix("www.") in own:
        return HandbookHost.OWN_SITE
    if site(host) in own:
        return HandbookHost.SUBDOMAIN
    return HandbookHost.OTHER


def on_platform(company: Company) -> bool:
    """Whether the company's "domain" is that of a platform, such as github.com."""
    known = {name for names in places().hosts.values() for name in names}
    return any(home.host in known for home in company.homes)


@cache
def places() -> Places:
    """Return the usual places of candidates.toml."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    links, listings = data["links"], data["listings"]
    return Places(
        paths=tuple(data["paths"]),
        subdomains=tuple(data["subdomains"]),
        link_texts=Words([links["texts"]]),
        link_addresses=Words([links["addresses"]]),
        listing_texts=Words([listings["texts"]]),
        listing_addresses=Words([listings["addresses"]]),
        most_listings=listings["most"],
        hosts={HandbookHost(kind): tuple(names) for kind, names in data["hosts"].items()},
    )


def _is_listing(link: Link, company: Company) -> bool:
    known = places()
    says_so = known.listing_texts.first(link.text) or known.listing_addresses.first(link.url)
    own = (HandbookHost.OWN_SITE, HandbookHost.SUBDOMAIN)
    return bool(says_so) and host_of(link.url, company) in own
