"""What an error says of the site: that it does not let us look, or that nobody is there."""

from __future__ import annotations

from scraper.errors import (
    FetchError,
    HttpStatus,
    NameNotFound,
    PrivateAddress,
    RobotsRefused,
    Unreachable,
)

_REFUSALS = frozenset({401, 403, 407, 429, 451})


def is_away(error: FetchError | None) -> bool:
    """Whether `error` means that nobody answers at all."""
    if isinstance(error, HttpStatus):
        return error.status >= 500
    return isinstance(error, (NameNotFound, PrivateAddress, Unreachable))


def says_more(error: FetchError | None, known: FetchError | None) -> bool:
    """Whether `error` tells more of a site that is away than `known`, met at another address.

    An answer of the server tells most, and that a name does not resolve tells least: of acme.com
    and www.acme.com often only one is there.
    """
    return _telling(error) > _telling(known)


def refuses(error: FetchError | None) -> bool:
    """Whether `error` is a site's wish not to be looked at."""
    if isinstance(error, HttpStatus):
        return error.status in _REFUSALS
    return isinstance(error, RobotsRefused)


def _telling(error: FetchError | None) -> int:
    if isinstance(error, HttpStatus):
        return 2
    return 0 if isinstance(error, NameNotFound) else 1


def wall(url: str) -> FetchError:
    """Return the error for the page `url` that is a sign-in or a bot check."""
    return HttpStatus(403, "it shows a sign-in or a bot check", where=url)
