"""Which domain is the company's own, among the addresses that a posting holds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from scraper.address import parse
from scraper.errors import BadAddress
from scraper.handbook import known
from scraper.handbook.boards import board_of, known_company
from scraper.handbook.company import site
from signals import Posting
from signals.reading.company_links import mail_addresses
from signals.sites import load

_SHARED = Path(__file__).with_name("shared_hosts.toml")
_LONGEST = 253
_LEAST_NAME = 3


def domain_of(posting: Posting) -> str | None:
    """Return the registered domain of the company that hires, or None where no address says it.

    A domain that bears the company's name counts before any other. What the page declares counts
    before links to apply, these before mail addresses; a job board's domain, a mail provider's and
    the like never do. The posting's own address counts only where its domain bears the company's
    name. Last comes what the list of well-known companies knows of the name, or of the board's
    address.
    """
    addresses = (*posting.company_links, *mail_addresses(posting.text))
    found = [domain for address in addresses if (domain := _own_domain(address))]
    own = _own_domain(posting.url or "")
    named = [domain for domain in (*found, own) if domain and _bears_name(domain, posting.company)]
    return next(iter((*named, *found)), None) or _well_known(posting)


def _own_domain(address: str) -> str | None:
    """The domain of an address, where it may be one company's own."""
    domain = _registered(address)
    return domain if domain and domain not in shared_domains() else None


def _well_known(posting: Posting) -> str | None:
    if posting.company and (domain := known.domain_of(posting.company)) is not None:
        return domain
    try:
        url = parse(posting.url or "")
    except BadAddress:
        return None
    return known_company(url) if board_of(url) else None


@cache
def shared_domains() -> frozenset[str]:
    """Return the domains that say nothing of who hires."""
    groups = tomllib.loads(_SHARED.read_text(encoding="utf-8"))
    named = {domain for domains in groups.values() for domain in domains}
    return frozenset(named | set(_boards()))


def _boards() -> Iterator[str]:
    for board in load():
        yield from (site(host.removeprefix("*.")) for host in board.hosts)


def _registered(address: str) -> str | None:
    host = _host(address)
    if not host or "." not in host or len(host) > _LONGEST:
        return None
    domain = site(host)
    is_name = "." in domain and not domain.rpartition(".")[2].isdecimal()
    return domain if is_name and ":" not in domain else None


def _host(address: str) -> str:
    if address.startswith("mailto:"):
        return address.rpartition("@")[2].strip().lower() if "@" in address else ""
    try:
        return (urlsplit(address).hostname or "").strip(".").lower()
    except ValueError:
        return ""


def _bears_name(domain: str, company: str | None) -> bool:
    """Whether acme-widgets.com may be the site of "Acme Widgets Inc."."""
    label = _letters(domain.partition(".")[0])
    name = _letters(company or "")
    return len(label) >= _LEAST_NAME and bool(name) and (name.startswith(label) or label == name)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
