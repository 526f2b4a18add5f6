"""What a caller may ask of companies: a domain as it is kept, a look at it, the events of that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

from scraper.errors import BadAddress
from scraper.handbook.company import is_bare_name, parse_company
from server.companies.checking import Check, Checker, CheckState, Event
from server.errors import BadRequest, NothingStored, ServiceBusy
from server.store import Store, StoredAnalysis, find_company, load_preferences

_LONGEST = 255
_GIVE_ONE = "Give one such as example.com"


def domain_named(text: str) -> str:
    """Return the domain that a text names, as companies are kept by it.

    Raises:
        BadRequest: it names none.
    """
    if not text.strip():
        raise BadRequest("no domain was given", todo=_GIVE_ONE)
    if is_bare_name(text) or len(text) > _LONGEST:
        raise BadRequest("this is no domain", where=text[:100], todo=_GIVE_ONE)
    try:
        return parse_company(text).domain
    except BadAddress as error:
        raise BadRequest(f"this {error.what}", where=text[:100], todo=error.todo) from error


def look(domain: str, store: Store, checker: Checker, *, again: bool = False) -> Check:
    """Have a company looked at, unless what was found is still trusted or it shall be looked again.

    Raises:
        ServiceBusy: too many wait already.
        StoreError: the database cannot be used.
    """
    if not again:
        with suppress(NothingStored):
            company = find_company(store, domain)
            if company.finding is not None and company.is_trusted(datetime.now(UTC)):
                known = Check(domain)
                known.tell("finding", company.finding, CheckState.DONE)
                return known
    return checker.ask(domain)


def happenings(
    domain: str, store: Store, checker: Checker, patience: float
) -> Iterator[Event | None]:
    """Return what happens in the latest check of a company, or what was found before.

    Raises:
        NothingStored: it was never looked at.
        StoreError: the database cannot be used.
    """
    latest = checker.of(domain)
    if latest is not None:
        return latest.follow(patience)
    company = find_company(store, domain)
    if company.finding is None:
        todo = "Ask for a check first"
        raise NothingStored("this company was never looked at", where=domain, todo=todo)
    return iter([Event("finding", company.finding)])


def notice(stored: StoredAnalysis, store: Store, checker: Checker) -> None:
    """Have a new posting's company looked at, where the seeker wants that.

    Raises:
        StoreError: the database cannot be used.
    """
    domain = stored.company_domain
    if domain and stored.is_new and load_preferences(store).check_companies:
        with suppress(ServiceBusy):  # nobody asked for this one: it may wait for a later posting
            look(domain, store, checker)
