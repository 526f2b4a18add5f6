"""Whose handbook a page is. A link from the company's own pages proves it; text can disprove it."""

from __future__ import annotations

import re
from collections import Counter

from yarl import URL

from scraper.handbook.company import Company, site
from scraper.handbook.hosting import host_of, is_shared
from scraper.handbook.known import known_companies
from scraper.handbook.model import HandbookHost
from scraper.handbook.naming import label, names, squeezed
from scraper.handbook.reading import ReadPage

_FORK = re.compile(r"forked from\s+([\w.-]+/[\w.-]+)")
_TOP = 2000
"""Characters of a repository's page in which GitHub says what it is a fork of."""

_LEAST_FOREIGN = 4
_EMPLOYER = re.compile(
    r"\b(?:at|[Jj]oin(?:ing|ed)?|[Ww]elcome to|[Ww]ork(?:s|ing)? (?:at|for)|[Ee]mployees? of)"
    r" ([A-Z]\w+(?:[ .-][A-Z]\w+)?)"
)
"""Words in which a handbook names the company whose people it is written for."""


def why_not_owned(page: ReadPage, company: Company, home: ReadPage | None = None) -> str | None:
    """Return why `page`, linked or found as the company's, is somebody else's; None if it is not.

    The words complete "it is …".

    Args:
        page: the page in question.
        company: whose it may be.
        home: the company's home page, which tells its name; None where it could not be read.
    """
    if (origin := forked_from(page)) is not None:
        return f"a copy of {origin}"
    name = _copied_from(page, company) or (_employer(page, company, home) if home else None)
    if name is not None:
        return f"about {name}, not about this company"
    is_elsewhere = host_of(page.url, company) is HandbookHost.OTHER and not is_shared(page.url)
    if is_elsewhere and not _speaks_of(page, company):
        return f"at {URL(page.url).host}, and does not name this company"
    return None


def forked_from(page: ReadPage) -> str | None:
    """Return the repository that the one on `page` is a copy of, or None."""
    if URL(page.url).host != "github.com":
        return None
    found = _FORK.search(page.text[:_TOP])
    return found[1] if found else None


def _speaks_of(page: ReadPage, company: Company) -> bool:
    host = company.homes[0].host or ""
    if site(URL(page.url).host or "").partition(".")[0] == host.partition(".")[0]:
        return True
    if any((URL(link.url).host or "").removeprefix("www.") == host for link in page.links):
        return True
    return names(page.text, company)


def _copied_from(page: ReadPage, company: Company) -> str | None:
    """The company with a well-known handbook that the page speaks of instead of its own."""
    text = page.text.lower()
    own = squeezed(text).count(label(company))
    for known in known_companies():
        if any(home.host in known.domains for home in company.homes):
            return None
        foreign = len(re.findall(rf"\b{re.escape(known.name.lower())}\b", text))
        if known.is_copied and foreign >= _LEAST_FOREIGN and foreign > 2 * own:
            return known.name
    return None


def _employer(page: ReadPage, company: Company, home: ReadPage) -> str | None:
    """Whom the page says that one works for, where neither domain nor home page know the name."""
    if names(f"{page.title}\n{page.text}", company):
        return None
    counted = Counter(_EMPLOYER.findall(page.text)).most_common(1)
    if not counted or counted[0][1] < _LEAST_FOREIGN:
        return None
    name = counted[0][0]
    is_ours = squeezed(name) in squeezed(f"{home.title}\n{home.text}\n{page.url}")
    return None if is_ours else name
