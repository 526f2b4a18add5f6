"""The exceptions a caller of Syncline may meet.

    SynclineError                 something a person can act on: what, where, what to do
    ├── NotAPosting               the page or text holds no job ad that can be read
    ├── BadRule                   a record of the rule book is wrong
    ├── scraper.errors.FetchError …   the network said no
    └── server.errors.ServiceError …  the service cannot do it

Every room adds its own branch; nothing else leaves a room.
"""

from __future__ import annotations

from enum import StrEnum


class SynclineError(Exception):
    """Something went wrong that a person can act on.

    Attributes:
        what: what is wrong, a sentence without its full stop.
        where: the file, address or record it concerns, or None.
        todo: what to do about it, a sentence without its full stop, or None.
    """

    def __init__(self, what: str, *, where: str | None = None, todo: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        """One line: where, what and what to do."""
        advice = f" {self.todo}." if self.todo else ""
        if not self.where:
            return f"{self.what[:1].upper()}{self.what[1:]}.{advice}"
        return f"{self.where}: {self.what}.{advice}"


class PageKind(StrEnum):
    """Why a page is not a posting."""

    EMPTY = "empty"  # no text at all
    BINARY = "binary"  # not a text: a PDF, an image, an archive
    TOO_LARGE = "too_large"
    LOGIN_WALL = "login_wall"
    BOT_CHECK = "bot_check"
    SHELL = "shell"  # scripts only: the ad would be drawn by JavaScript
    LIST = "list"  # many postings, none of them in full
    NOT_FOUND = "not_found"  # "this job is no longer available", 404
    NO_AD = "no_ad"  # readable, but about something else


class NotAPosting(SynclineError):
    """The page or text holds no job ad that can be read.

    Attributes:
        kind: what it is instead.
    """

    def __init__(
        self, kind: PageKind, what: str, *, where: str | None = None, todo: str | None = None
    ) -> None:
        super().__init__(what, where=where, todo=todo)
        self.args = (kind, what)  # what it is made of again in another process
        self.kind = kind


class BadRule(SynclineError):
    """A record of the rule book is wrong; `where` names the file and the rule."""


class BadSite(SynclineError):
    """A record of a job board is wrong; `where` names its file."""
