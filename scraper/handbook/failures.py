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


def refuses(error: FetchError | None) -> bool:
    """Whether `error` is a site's wish not to be looked at."""
    if isinstance(error, HttpStatus):
        return error.status in _REFUSALS
    return isinstance(error, RobotsRefused)


def wall(url: str) -> FetchError:
    """Return the error for the page `url` that is a sign-in or a bot check."""
    return HttpStatus(403, "it shows a sign-in or a bot check", where=url)
