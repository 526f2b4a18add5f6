"""Whose handbook a page is. A link from the company's own pages proves it; text can disprove it."""

from __future__ import annotations

import re

from yarl import URL

from scraper.handbook.candidates import host_of, is_shared
from scraper.handbook.company import Company, site
from scraper.handbook.known import known_companies
from scraper.handbook.model import HandbookHost
from scraper.handbook.reading import ReadPage

_FORK = re.compile(r"forked from\s+([\w.-]+/[\w.-]+)")
_TOP = 2000
"""Characters of a repository's page in which GitHub says what it is a fork of."""

_LEAST_FOREIGN = 4
_LEAST_LABEL = 3
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def why_not_owned(page: ReadPage, company: Company) -> str | None:
    """Return why `page`, linked or found as the company's, is somebody else's; None if it is not.

    The words complete "it is …".
    """
    if (origin := forked_from(page)) is not None:
        return f"a copy of {origin}"
    if (name := _copied_from(page, company)) is not None:
        return f"about {name}, not about this company"
    is_elsewhere = host_of(page.url, company) is HandbookHost.OTHER and not is_shared(page.url)
    if is_elsewhere and not _names(page, company):
        return f"at {URL(page.url).host}, and does not name this company"
    return None


def forked_from(page: ReadPage) -> str | None:
    """Return the repository that the one on `page` is a copy of, or None."""
    if URL(page.url).host != "github.com":
        return None
    found = _FORK.search(page.text[:_TOP])
    return found[1] if found else None


def is_named_like(name: str, company: Company) -> bool:
    """Whether `name` is the company's, as its domain tells it: acme-inc for acme.com."""
    ours, theirs = label(company), _squeezed(name)
    if min(len(ours), len(theirs)) < _LEAST_LABEL:
        return ours == theirs
    return ours in theirs or theirs in ours


def label(company: Company) -> str:
    """Return the company's name as its domain spells it: acme for acme.co.uk."""
    return _squeezed(site(company.homes[0].host or "").partition(".")[0])


def _names(page: ReadPage, company: Company) -> bool:
    host = company.homes[0].host or ""
    if site(URL(page.url).host or "").partition(".")[0] == host.partition(".")[0]:
        return True
    if any((URL(link.url).host or "").removeprefix("www.") == host for link in page.links):
        return True
    return label(company) in _squeezed(page.text)


def _copied_from(page: ReadPage, company: Company) -> str | None:
    """The company with a well-known handbook that the page speaks of instead of its own."""
    text = page.text.lower()
    own = _squeezed(text).count(label(company))
    for known in known_companies():
        if any(home.host in known.domains for home in company.homes):
            return None
        foreign = len(re.findall(rf"\b{re.escape(known.name.lower())}\b", text))
        if known.is_copied and foreign >= _LEAST_FOREIGN and foreign > 2 * own:
            return known.name
    return None


def _squeezed(text: str) -> str:
    return _NOT_ALPHANUMERIC.sub("", text.lower())
