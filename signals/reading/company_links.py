"""Addresses on a page that may lead to the company itself; whose they are is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import re2
from lxml import etree

from signals.reading.jsonld import JobPosting

_MOST = 12
_LONGEST = 2_000
_APPLIES = re.compile(
    r"(?i)\b(?:appl(?:y|ication)|bewerb\w*|postul\w*|candidat\w*|aplic\w*|solicit\w*)\b"
)
_MAIL = re2.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{1,250}[A-Za-z]")


def find(tree: etree._Element, postings: Sequence[JobPosting]) -> tuple[str, ...]:
    """Return addresses, the most telling first: what the page declares, links to apply, mail.

    Web addresses are absolute http or https ones, mail addresses begin with `mailto:`.
    """
    found = [*_declared(postings), *_links(tree)]
    return tuple(dict.fromkeys(found))[:_MOST]


def mail_addresses(text: str) -> tuple[str, ...]:
    """Return the mail addresses that a text holds, as `mailto:` addresses, each once."""
    found = (f"mailto:{match.group(0).lower()}" for match in _MAIL.finditer(text))
    return tuple(dict.fromkeys(found))[:_MOST]


def _declared(postings: Sequence[JobPosting]) -> Iterator[str]:
    if len(postings) == 1:
        yield from (address for address in postings[0].company_links if _is_web(address))


def _links(tree: etree._Element) -> Iterator[str]:
    to_apply, mail = [], []
    for link in tree.iter("a"):
        href = (link.get("href") or "").strip()[:_LONGEST]
        if href[:7].lower() == "mailto:":
            mail.append(f"mailto:{href[7:].partition('?')[0].lower()}")
        elif href[:4].lower() == "http" and _asks_to_apply(link) and _is_web(href):
            to_apply.append(href)
    yield from to_apply
    yield from mail


def _asks_to_apply(link: etree._Element) -> bool:
    return _APPLIES.search("".join(map(str, link.itertext()))[:200]) is not None


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
