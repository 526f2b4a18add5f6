"""How a check ends: its outcome with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.errors import HttpStatus
from scraper.handbook.failures import is_away, refuses
from scraper.handbook.model import Outcome
from scraper.handbook.search import Found, Search
from scraper.handbook.seen import Seen


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome with its reason, before it is dated and put together."""

    outcome: Outcome
    why: str
    url: str | None = None
    evidence: str | None = None


def public(found: Found) -> Answer:
    """Return the answer where a handbook was found."""
    page, judgement = found
    why = f"It calls itself a handbook and {judgement.why}."
    return Answer(Outcome.PUBLIC, why, page.url, judgement.evidence)


def platform(search: Search) -> Answer:
    """Return the answer for a site that hosts many companies' handbooks.

    Only the page that was asked for counts there, and it was none.
    """
    company = search.company
    if company.asked is None:
        why = f"{company.domain} is home to many; give the address of the company's own page."
        return Answer(Outcome.UNCLEAR, why)
    error = search.last_error
    is_there = error is None or (isinstance(error, HttpStatus) and error.status in (404, 410))
    return nothing(search) if is_there else closed(Seen(str(company.asked), error=error))


def nothing(search: Search) -> Answer:
    """Return the answer where all that was looked at is no handbook."""
    if search.refused is not None:
        why = f"What may be the handbook is closed to us: {_what(search.refused)}."
        return Answer(Outcome.BLOCKED, why, search.refused.url)
    if search.partial is not None:
        page, judgement = search.partial
        why = f"The page {judgement.why}, which is not enough to call it a handbook."
        return Answer(Outcome.PARTIAL, why, page.url, judgement.evidence)
    if search.undecided is not None:
        why = f"Nothing was found, yet this page {search.undecided.undecided}."
        return Answer(Outcome.UNCLEAR, why, search.undecided.url)
    why = f"None of the {len(search.visits)} addresses looked at is a public handbook."
    if search.turned_down is not None:
        why += f" The likeliest, {search.turned_down.url}, {search.turned_down.result}."
    return Answer(Outcome.NONE_FOUND, why)


def closed(home: Seen) -> Answer:
    """Return the answer where not even the home page could be had."""
    if home.error is None:
        return Answer(Outcome.UNCLEAR, "The home page is no text that could be read.")
    if refuses(home.error):
        return Answer(Outcome.BLOCKED, f"The site does not let us look: {_what(home)}.")
    if not is_away(home.error) and not isinstance(home.error, HttpStatus):
        return Answer(Outcome.UNCLEAR, f"The home page cannot be read: it {home.error.what}.")
    todo = f" {home.error.todo}." if home.error.todo else ""
    return Answer(Outcome.UNREACHABLE, f"The site cannot be reached: {home.error.what}.{todo}")


def _what(refused: Seen) -> str:
    return refused.error.what if refused.error else "it says so"
