"""What was at one address, and what kept it from us."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scraper.errors import FetchError, HttpStatus
from scraper.handbook.reading import ReadPage


class Undecided(StrEnum):
    """Why a page that might be a handbook could not be judged."""

    NO_BROWSER = "needs a browser to be read, and none was found on this machine"
    NOT_DRAWN = "needs a browser to be read, which did not manage to draw it"
    FILE = "is a file that is not read"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was at one address: a page, or the error that kept it from us."""

    url: str
    page: ReadPage | None = None
    error: FetchError | None = None
    undecided: Undecided | None = None


def error_result(error: FetchError) -> str:
    """Return in a few words what kept a page from us."""
    return f"status {error.status}" if isinstance(error, HttpStatus) else error.what
