"""Reads the records of the job boards and checks them, so that a slip is named at the start."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cssselect import HTMLTranslator, SelectorError

from signals.errors import BadSite
from signals.sites.model import Card, PostingParts, Site

FOLDER = Path(__file__).parent
_PATTERNS = ("postings", "lists", "list_title", "posting_id")


@cache
def load(folder: Path = FOLDER) -> tuple[Site, ...]:
    """Return all job boards, in the order of their ids.

    Raises:
        BadSite: a record is not as it should be; the message says where and what.
    """
    return tuple(_site(file) for file in sorted(folder.glob("*.toml")))


def site_of(url: str | None) -> Site | None:
    """Return the board whose posting `url` names, or None."""
    parts = _parts(url)
    if parts is None:
        return None
    host, place = parts
    for site in sites_at(host):
        if site.postings and re.search(site.postings, place):
            return site
    return None


@lru_cache(maxsize=1024)
def sites_at(host: str) -> tuple[Site, ...]:
    """Return the boards that a host name belongs to."""
    return tuple(site for site in load() if site.covers(host))


def posting_key(url: str | None) -> str | None:
    """Return what stands for the posting that `url` names, the same for all its addresses, or None.

    Where the board numbers its postings it is board and number, else host and path: what follows
    says where a reader came from.
    """
    parts = _parts(url)
    if parts is None:
        return None
    host, place = parts
    site = site_of(url)
    if site and site.posting_id and (match := re.search(site.posting_id, place)):
        return f"{site.id}:{next(group for group in match.groups() if group)}"
    return f"{host}{place.partition('?')[0].rstrip('/')}"


def _parts(url: str | None) -> tuple[str, str] | None:
    """Host name, and path with query, of an http or https address."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
    except ValueError:
        return None
    if not host or parts.scheme not in ("http", "https"):
        return None
    return host, f"{parts.path}?{parts.query}" if parts.query else parts.path


def _site(file: Path) -> Site:
    try:
        record: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        posting = PostingParts(
            **{part: tuple(found) for part, found in record.pop("posting", {}).items()}
        )
        card = Card(**record.pop("card")) if "card" in record else None
        hosts = tuple(record.pop("hosts"))
        site = Site(id=file.stem, hosts=hosts, posting=posting, card=card, **record)
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise BadSite(f"is no record of a site: {error}", where=file.name) from error
    _check_patterns(site, file.name)
    _check_selectors(site, file.name)
    _check_address(site, file.name)
    return site


def _check_patterns(site: Site, where: str) -> None:
    if not (site.postings or (site.lists and site.card)):
        raise BadSite("has neither postings nor a list with cards", where=where)
    for name in _PATTERNS:
        pattern = getattr(site, name)
        try:
            compiled = re.compile(pattern)
        except re.error as error:
            raise BadSite(f"`{name}` is no regular expression: {error}", where=where) from error
        if name == "posting_id" and pattern and not compiled.groups:
            raise BadSite("`posting_id` needs a group for the number", where=where)


def _check_selectors(site: Site, where: str) -> None:
    parts = site.posting
    selectors = [*parts.title, *parts.company, *parts.location, *parts.description, *parts.link]
    if site.card:
        card = site.card
        selectors += [card.item, card.title, card.link]
        selectors += [one for one in (card.company, card.location, card.text, card.badge) if one]
    for selector in selectors:
        try:
            HTMLTranslator().css_to_xpath(selector)  # as `reading.by_site` uses them
        except SelectorError as error:
            raise BadSite(f"no selector: {selector}", where=where) from error


def _check_address(site: Site, where: str) -> None:
    if site.card is None or site.card.number == site.card.address == "":
        return
    place = _parts(site.card.address)
    if not site.card.number or place is None or not site.covers(place[0]):
        raise BadSite("`number` and `address` go together, on one of the hosts", where=where)
