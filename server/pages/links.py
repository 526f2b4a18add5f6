"""How pages name, date and link what they show; every template may use these."""

from __future__ import annotations

from datetime import datetime

from flask import Flask

from server.filing.derived import site_name
from server.pages.marking import mark
from server.wording import ASPECTS, STAGES, SUITS
from signals.sites import load

_LEAST_LINE, _LONGEST_LINE = 25, 80

SAYS = {
    "public": "Public handbook",
    "partial": "Something of a handbook",
    "none_found": "No handbook found",
    "blocked": "Does not let us look",
    "unreachable": "Cannot be reached",
    "unclear": "Unclear",
}
"""What a finding's outcome is called on pages."""


def init_app(app: Flask) -> None:
    """Give templates their words."""
    app.jinja_env.globals.update(
        aspect_names=ASPECTS,
        day=day,
        link=web_link,
        mark=mark,
        name=name,
        says=SAYS,
        site_label=site_label,
        stage_names=STAGES,
        suits=SUITS,
    )


def day(moment: datetime) -> str:
    """Return a moment as a date in words: 24 November 2026."""
    return f"{moment.day} {moment:%B %Y}"


def name(title: str | None, url: str | None, text: str) -> str:
    """Return what pages call a posting.

    One without a title is known by where it was read, a pasted one by how its text begins.
    """
    if title:
        return title
    site = site_name(url)
    return f"Ad on {site_label(site)}" if site else _opening_line(text) or "Pasted ad"


def _opening_line(text: str) -> str | None:
    """The first line that is more than a heading ("About us"), cut between words; None for none."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    line = next((one for one in lines if len(one) >= _LEAST_LINE), None)
    if line is None or len(line) <= _LONGEST_LINE:
        return line
    cut = line[:_LONGEST_LINE]
    return f"{(cut.rpartition(' ')[0] or cut[:-1]).rstrip(' ,;:–-')}…"


def web_link(url: str | None) -> str | None:
    """Return an address where it may be a link: only http and https."""
    return url if url and url.startswith(("http://", "https://")) else None


def site_label(site: str) -> str:
    """Return how a site is called: a board's name, else its host."""
    return next((one.name for one in load() if one.id == site), site)
