"""Sites that answer 200 for addresses that do not exist: what their "not found" looks like."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from scraper.handbook.reading import ReadPage

_ALIKE = 0.85
"""Share of lines that two pages have in common from which they count as the same."""


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """What a site answers for an address that cannot exist.

    Attributes:
        page: that page; None where the site says properly that it does not exist.
    """

    page: ReadPage | None = None

    def is_like(self, other: ReadPage) -> bool:
        """Whether `other` is this page again: the same address in the end, or the same words."""
        if self.page is None:
            return False
        if other.url == self.page.url:
            return True
        ours, theirs = set(self.page.text.split("\n")), set(other.text.split("\n"))
        return len(ours & theirs) >= _ALIKE * len(ours | theirs)


def unlikely_path() -> str:
    """Return a path that no site has, another one each time so that none can be prepared."""
    return f"/syncline-asks-for-a-page-that-is-not-there-{secrets.token_hex(6)}"
