"""How pages name and link what they show."""

from __future__ import annotations

from server.store import Summary
from signals.sites import load

SAYS = {
    "public": "Public handbook",
    "partial": "Something of a handbook",
    "none_found": "No handbook found",
    "blocked": "Does not let us look",
    "unreachable": "Cannot be reached",
    "unclear": "Unclear",
}
"""What a finding's outcome is called on pages."""


def name(summary: Summary) -> str:
    """Return what a list calls an analysis."""
    return summary.title or summary.url or "Pasted ad"


def web_link(url: str | None) -> str | None:
    """Return an address where it may be a link: only http and https."""
    return url if url and url.startswith(("http://", "https://")) else None


def site_label(site: str) -> str:
    """Return how a site is called: a board's name, else its host."""
    return next((one.name for one in load() if one.id == site), site)
