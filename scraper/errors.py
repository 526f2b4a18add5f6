"""What the network may say no with.

    FetchError(SynclineError)     any page that could not be had
    ├── BadAddress                the text is no address of a page, or no domain
    ├── PrivateAddress            the address leads into a private network
    ├── NameNotFound              the host name does not resolve
    ├── Unreachable               refused, reset, bad certificate, no HTTP
    │   └── TimedOut              no answer, or not all of it, in time
    ├── TooLarge                  the body is larger than the bound
    ├── TooManyRedirects          sent on and on, or in a circle
    ├── RobotsRefused             the site's robots.txt asks not to be visited
    ├── BudgetSpent               as many pages were fetched as may be
    ├── HttpStatus                answered with 400 or more; `status` is the number
    └── BrowserError              the page needs a browser, and
        ├── NoBrowser             none is on this machine
        └── CannotRender          it could not draw the page

`str(error)` is one line: where, what, and what to do about it.
"""

from __future__ import annotations

from signals.errors import SynclineError


class FetchError(SynclineError):
    """A page could not be had; `where` is its address."""


class BadAddress(FetchError):
    """The text is no address of a page, or no domain."""


class PrivateAddress(FetchError):
    """The address leads into a private network and private addresses are not allowed."""


class NameNotFound(FetchError):
    """The host name does not resolve."""


class Unreachable(FetchError):
    """The host could not be spoken with: refused, reset, a bad certificate, no HTTP."""


class TimedOut(Unreachable):
    """The host did not answer, or not completely, in time."""


class TooLarge(FetchError):
    """The body is larger than the bound, after decompression."""


class TooManyRedirects(FetchError):
    """The site sends on and on, or in a circle."""


class RobotsRefused(FetchError):
    """The site's robots.txt asks that this address not be visited."""


class BudgetSpent(FetchError):
    """As many pages were fetched as the caller allowed."""


class HttpStatus(FetchError):
    """The site answered with an error status.

    Attributes:
        status: the HTTP status, 400 to 599.
    """

    def __init__(
        self, status: int, what: str, *, where: str | None = None, todo: str | None = None
    ) -> None:
        super().__init__(what, where=where, todo=todo)
        self.status = status


class BrowserError(FetchError):
    """A page needs a browser and did not get drawn."""


class NoBrowser(BrowserError):
    """There is no Chromium on this machine that could draw pages."""


class CannotRender(BrowserError):
    """The browser could not draw the page; `what` says why."""
