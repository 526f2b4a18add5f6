"""What is said about a company's handbook, as immutable values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from signals import Signal


class Outcome(StrEnum):
    """How looking for a public handbook ended."""

    PUBLIC = "public"
    PARTIAL = "partial"  # a page about culture, careers or one trade, and no whole handbook
    NONE_FOUND = "none_found"  # the site could be read, and none is at the usual places
    BLOCKED = "blocked"  # the site does not let us look: robots.txt, 403, a bot check
    UNREACHABLE = "unreachable"  # no such name, no answer
    UNCLEAR = "unclear"  # something is there that could not be read or decided


TRUSTED_DAYS = {
    Outcome.PUBLIC: 30,
    Outcome.PARTIAL: 7,
    Outcome.NONE_FOUND: 7,
    Outcome.BLOCKED: 7,
    Outcome.UNCLEAR: 7,
    Outcome.UNREACHABLE: 1,
}
"""How many days a finding is trusted before it is worth looking again."""


class HandbookHost(StrEnum):
    """Where a handbook lives."""

    OWN_SITE = "own_site"
    SUBDOMAIN = "subdomain"
    GITHUB = "github"
    NOTION = "notion"
    GITBOOK = "gitbook"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Visit:
    """One address that was looked at, and what was there, in a few words."""

    url: str
    result: str


@dataclass(frozen=True, slots=True)
class HandbookFinding:
    """Whether a company publishes how it works.

    Attributes:
        company: what was asked for, as it was written.
        domain: the company's domain, with its port where one was given; `""` for a bare name.
        outcome: how it ended.
        url: the handbook's address; for `PARTIAL` and `UNCLEAR` that of the page that decided it.
        host: where that address lives, None without an address.
        evidence: words of that page, quoted exactly, or None.
        why: the reason for the outcome, one sentence.
        looked_at: every address visited, in order, those that were turned down with the reason.
        checked_at: when, in UTC.
        signals: how the handbook says that people work together, with its quotes.
    """

    company: str
    domain: str
    outcome: Outcome
    url: str | None
    host: HandbookHost | None
    evidence: str | None
    why: str
    looked_at: tuple[Visit, ...]
    checked_at: datetime
    signals: tuple[Signal, ...] = ()

    @property
    def trusted_until(self) -> datetime:
        """When it is worth looking again."""
        return self.checked_at + timedelta(days=TRUSTED_DAYS[self.outcome])
