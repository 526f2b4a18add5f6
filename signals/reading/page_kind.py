"""Tells a posting from what is none: walls, checks, shells, lists, lost pages, other texts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import re2

from signals.engine.folding import fold
from signals.errors import PageKind

_FILE = Path(__file__).parent / "page_kinds.toml"
_SHORT_PAGE = 1500
"""Characters below which a page may be a wall or an error page; a full ad is longer."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page when it is told what it is.

    Attributes:
        title: the page's own title, '' where it has none.
        url: its address, '' where unknown.
        text: the text of its main content.
        whole: the text of the whole page, up to some thousand characters.
        scripts: how many scripts it has.
        job_links: links that lead to single jobs.
    """

    title: str
    url: str
    text: str
    whole: str
    scripts: int
    job_links: int


@dataclass(frozen=True)
class _Cues:
    titles: dict[PageKind, re2._Regexp[str]]
    addresses: dict[PageKind, re2._Regexp[str]]
    texts: dict[PageKind, re2._Regexp[str]]
    families: tuple[re2._Regexp[str], ...]
    other_scripts: tuple[str, ...]
    job_link: re2._Regexp[str]
    least_families: int
    least_in_text: int
    short_text: int
    least_links: int
    prose_a_link: int


@cache
def _cues() -> _Cues:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))

    def by_kind(section: str) -> dict[PageKind, re2._Regexp[str]]:
        return {PageKind(kind): _any_of(patterns) for kind, patterns in raw[section].items()}

    return _Cues(
        titles=by_kind("titles"),
        addresses=by_kind("addresses"),
        texts=by_kind("texts"),
        families=tuple(re2.compile(pattern) for pattern in raw["ad"]["families"]),
        other_scripts=tuple(raw["ad"]["other_scripts"]),
        job_link=re2.compile("(?i)" + raw["list"]["job_link"]),
        least_families=raw["ad"]["least_families"],
        least_in_text=raw["ad"]["least_in_text"],
        short_text=raw["ad"]["short_text"],
        least_links=raw["list"]["least_links"],
        prose_a_link=raw["list"]["prose_a_link"],
    )


def _any_of(patterns: Iterable[str]) -> re2._Regexp[str]:
    return re2.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def is_job_link(href: str) -> bool:
    """Whether an address looks like that of a single job."""
    return _cues().job_link.search(fold(href[:500])) is not None


def other_than_posting(page: PageFacts) -> PageKind | None:
    """Return what a page is instead of a posting, or None where it may be one."""
    cues = _cues()
    title, url = fold(page.title).lower().strip(), fold(page.url).lower()
    for kind in (PageKind.BOT_CHECK, PageKind.LOGIN_WALL, PageKind.NOT_FOUND):
        if cues.titles[kind].search(title):
            return kind
        if kind in cues.addresses and cues.addresses[kind].search(url):
            return kind
    if len(page.text) < _SHORT_PAGE:
        whole = fold(page.whole).lower()
        for kind in (PageKind.BOT_CHECK, PageKind.NOT_FOUND, PageKind.LOGIN_WALL):
            if cues.texts[kind].search(whole) and _families(page.text) < cues.least_families + 2:
                return kind
    if not page.whole.strip():
        return PageKind.SHELL if page.scripts else PageKind.EMPTY
    if _is_list(page, title):
        return PageKind.LIST
    if _families(page.text) >= cues.least_families:
        return None
    return PageKind.SHELL if _is_shell(page) else PageKind.NO_AD


def text_is_ad(text: str) -> bool:
    """Whether a plain text may be an ad: short, or with some word that ads use."""
    return len(text) < _cues().short_text or _families(text) >= _cues().least_in_text


def _is_list(page: PageFacts, title: str) -> bool:
    cues = _cues()
    if page.job_links < cues.least_links:
        return False
    named = cues.titles[PageKind.LIST].search(title) is not None
    prose = len(page.text) / page.job_links
    return prose < (4 if named else 1) * cues.prose_a_link


def _is_shell(page: PageFacts) -> bool:
    return len(page.whole) < _SHORT_PAGE / 3 and page.scripts > 0


def _families(text: str) -> int:
    """How many families of words that ads use occur in `text`."""
    cues = _cues()
    folded = fold(text).lower()
    count = sum(1 for family in cues.families if family.search(folded))
    if not text.isascii():
        lowered = text.lower()
        count += sum(1 for word in cues.other_scripts if word in lowered)
    return count
