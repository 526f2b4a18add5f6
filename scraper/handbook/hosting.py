"""Where an address lives, seen from a company: its own site, or one that hosts many companies."""

from __future__ import annotations

from collections.abc import Iterable

from yarl import URL

from scraper.handbook.company import Company, site
from scraper.handbook.model import HandbookHost
from scraper.handbook.places import places

OWN = (HandbookHost.OWN_SITE, HandbookHost.SUBDOMAIN)
"""The company's own hosts."""


def host_of(url: str, company: Company) -> HandbookHost:
    """Return where the address `url` lives, seen from `company`."""
    host = URL(url).host or ""
    for kind, names in places().hosts.items():
        if _is_below(host, names):
            return kind
    own = {home.host for home in company.homes}
    if host in own or host.removeprefix("www.") in own:
        return HandbookHost.OWN_SITE
    if site(host) in own:
        return HandbookHost.SUBDOMAIN
    return HandbookHost.OTHER


def is_shared(url: str) -> bool:
    """Whether `url` is on a site where many companies keep their handbooks."""
    return _is_below(URL(url).host or "", _shared())


def on_platform(company: Company) -> bool:
    """Whether the company's "domain" is that of a platform, such as github.com."""
    return any(home.host in _shared() for home in company.homes)


def _shared() -> set[str]:
    known = places()
    return {name for names in known.hosts.values() for name in names} | set(known.shared_hosts)


def _is_below(host: str, names: Iterable[str]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)
