"""What a form says where it was refused, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from scraper import BadAddress, PrivateAddress
from signals.errors import NotAPosting, PageKind, SynclineError

_PASTE = "Open it in your browser and paste the ad's text here, or let the extension read it there."

_ADVICE = {
    PageKind.EMPTY: "Paste the ad's whole text, from the title to the benefits.",
    PageKind.BINARY: "A PDF or an image cannot be read. Open it and paste its text here.",
    PageKind.TOO_LARGE: "Paste only the ad itself.",
    PageKind.LOGIN_WALL: f"Only who is signed in there sees the ad. {_PASTE}",
    PageKind.BOT_CHECK: f"The site lets only people in. {_PASTE}",
    PageKind.SHELL: f"The ad is drawn by scripts, which Syncline does not run here. {_PASTE}",
    PageKind.LIST: "Open one of its jobs and give the address of that.",
    PageKind.NOT_FOUND: "The company's own site may still have it.",
    PageKind.NO_AD: "Paste one job ad as a whole, or give the address of one job.",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong, what to do about it, and the address it concerns."""

    what: str
    todo: str | None
    where: str | None


def refusal_of(error: SynclineError) -> Refusal:
    """Return an error in the words of the page."""
    what = error.what
    if isinstance(error, (BadAddress, PrivateAddress)):
        what = f"this address {what}"
    what = f"{what[:1].upper()}{what[1:]}."
    if isinstance(error, NotAPosting):
        return Refusal(what, _ADVICE[error.kind], error.where)
    return Refusal(what, f"{error.todo}." if error.todo else None, error.where)
