"""The company's organisation on GitHub: who it is, and which of its repositories to look at."""

from __future__ import annotations

import re

from yarl import URL

from scraper.handbook.company import Company
from scraper.handbook.naming import is_named_like
from scraper.handbook.places import places
from scraper.handbook.reading import ReadPage

_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
_NO_OWNERS = frozenset([
    "about", "apps", "collections", "contact", "customer-stories", "enterprise", "events",
    "explore", "features", "issues", "join", "login", "marketplace", "new", "notifications",
    "orgs", "pricing", "readme", "search", "security", "settings", "signup", "site", "sponsors",
    "stars", "topics", "trending", "users",
])  # fmt: skip
"""First parts of GitHub's own addresses."""


def organisation(page: ReadPage, company: Company) -> str | None:
    """Return the organisation that `page` links as the company's, or None.

    One that bears the company's name counts wherever it is linked; another name only where `page`
    links no second one, for people's own pages and other projects are linked too.
    """
    owners: dict[str, str] = {}
    for link in page.links:
        owner = _owner(URL(link.url))
        if owner is not None:
            owners.setdefault(owner.lower(), owner)
    named = [owner for key, owner in owners.items() if is_named_like(key, company)]
    if named:
        return named[0]
    profiles = {owner for link in page.links if (owner := _profile(URL(link.url)))}
    return profiles.pop() if len(profiles) == 1 else None


def guessed_repositories(owner: str) -> tuple[str, ...]:
    """Return the addresses of the repositories that handbooks most often have."""
    return tuple(f"https://github.com/{owner}/{one.address}" for one in places().repositories)


def listed_repositories(page: ReadPage, owner: str) -> tuple[str, ...]:
    """Return what sounds like a handbook of the organisation's repositories and github.io pages."""
    found = dict.fromkeys(
        link.url for link in page.links if _sounds_like_handbook(URL(link.url), owner.lower())
    )
    return tuple(found)


def _profile(url: URL) -> str | None:
    """The owner in the address of an owner's page, "/acme"."""
    return _owner(url) if len([part for part in url.parts if part]) == 2 else None


def _owner(url: URL) -> str | None:
    if url.host not in ("github.com", "www.github.com") or len(url.parts) < 2:
        return None
    owner = url.parts[1]
    return owner if _OWNER.fullmatch(owner) and owner.lower() not in _NO_OWNERS else None


def _sounds_like_handbook(url: URL, owner: str) -> bool:
    is_repository = url.host == "github.com" and len(url.parts) == 3
    if is_repository and url.parts[1].lower() == owner:
        return places().repository_names.found_in(url.parts[2])
    is_pages_site = url.host == f"{owner}.github.io" and len(url.parts) > 1
    return is_pages_site and places().repository_names.found_in(url.parts[1])
