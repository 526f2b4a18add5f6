"""Tells a posting from what is none: walls, checks, shells, lists, lost pages, other texts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

import re2

from signals.engine.folding import fold
from signals.errors import PageKind

_FILE = Path(__file__).parent / "page_kinds.toml"
_SHORT_PAGE = 1500
"""Characters below which a page may be a wall or an error page; a full ad is longer."""
_LONGEST_LINK = 300
"""Characters of an address that are looked at; Python's own engine is quick on so few."""

NEAR_TOP = 400
"""Characters at the top of a page within which a job without a heading is named."""


@dataclass(frozen=True)
class PageFacts:
    """What is known of a page when it is told what it is.

    Attributes:
        title: the page's own title, '' where it has none.
        heading: its first heading, '' where it has none.
        url: its address, '' where unknown.
        text: the text of its main content.
        whole: gives the text of the whole page, worked out where it is asked for.
        scripts: how many scripts it has.
        job_links: links that lead to single jobs.
    """

    title: str
    heading: str
    url: str
    text: str
    whole: Callable[[], str]
    scripts: int
    job_links: int

    @cached_property
    def folded(self) -> str:
        """The text of its main content, folded and in small letters; several questions ask it."""
        return fold(self.text).lower()


class _KindCues:
    """What gives a kind of page away, for several kinds; found in one pass."""

    def __init__(self, patterns: Mapping[str, Sequence[str]]) -> None:
        self._kinds = [PageKind(kind) for kind, some in patterns.items() for _ in some]
        self._set = _set_of(chain.from_iterable(patterns.values()))

    def kinds_in(self, folded: str) -> set[PageKind]:
        """The kinds that a folded text gives away."""
        return {self._kinds[number] for number in self._set.Match(folded) or ()}


@dataclass(frozen=True)
class _Cues:
    titles: _KindCues
    addresses: _KindCues
    texts: _KindCues
    headings: _KindCues
    families: re2.Set
    other_scripts: tuple[str, ...]
    job_link: re.Pattern[str]
    least_families: int
    least_in_text: int
    job_title: re2._Regexp[str]
    careers_title: re2._Regexp[str]
    least_links: int
    prose_a_link: int
    least_prose: int
    most_titles: int
    least_titles: int


@cache
def _cues() -> _Cues:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return _Cues(
        titles=_KindCues(raw["titles"]),
        addresses=_KindCues(raw["addresses"]),
        texts=_KindCues(raw["texts"]),
        headings=_KindCues(raw["headings"]),
        families=_set_of(raw["ad"]["families"]),
        other_scripts=tuple(raw["ad"]["other_scripts"]),
        job_link=re.compile(raw["list"]["job_link"], re.IGNORECASE),
        least_families=raw["ad"]["least_families"],
        least_in_text=raw["ad"]["least_in_text"],
        job_title=re2.compile(raw["list"]["job_title"]),
        careers_title=re2.compile(raw["list"]["careers_title"]),
        least_links=raw["list"]["least_links"],
        prose_a_link=raw["list"]["prose_a_link"],
        least_prose=raw["list"]["least_prose"],
        most_titles=raw["list"]["most_titles"],
        least_titles=raw["list"]["least_titles"],
    )


def _set_of(patterns: Iterable[str]) -> re2.Set:
    found = re2.Set.SearchSet()
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found


def is_job_link(href: str) -> bool:
    """Whether an address looks like that of a single job."""
    return _cues().job_link.search(href[:_LONGEST_LINK]) is not None


def other_than_posting(page: PageFacts) -> PageKind | None:
    """Return what a page is instead of a posting, or None where it may be one."""
    cues = _cues()
    title, url = fold(page.title).lower().strip(), fold(page.url).lower()
    by_title = cues.titles.kinds_in(title)
    by_address = cues.addresses.kinds_in(url)
    for kind in (PageKind.BOT_CHECK, PageKind.LOGIN_WALL, PageKind.NOT_FOUND):
        if kind in by_title or kind in by_address:
            return kind
    if len(page.text) < _SHORT_PAGE:
        by_text = cues.texts.kinds_in(fold(page.whole()).lower())
        for kind in (PageKind.BOT_CHECK, PageKind.NOT_FOUND, PageKind.LOGIN_WALL):
            if kind in by_text and not _has_families(
                page.text, page.folded, cues.least_families + 2
            ):
                return kind
    if not page.text.strip() and not page.whole().strip():
        return PageKind.SHELL if page.scripts else PageKind.EMPTY
    heading = fold(page.heading).lower().strip()
    by_heading = cues.headings.kinds_in(heading)
    title_lists, heading_lists = PageKind.LIST in by_title, PageKind.LIST in by_heading
    if _is_list(page, title, heading, title_lists=title_lists, heading_lists=heading_lists):
        return PageKind.LIST
    if PageKind.NO_AD in by_heading:
        return PageKind.NO_AD
    if _has_families(page.text, page.folded, cues.least_families):
        return None
    return PageKind.SHELL if _is_shell(page) else PageKind.NO_AD


def other_than_ad(page: PageFacts) -> PageKind | None:
    """Return what a fragment without head and scripts is instead of an ad, or None."""
    if not page.whole().strip():
        return PageKind.EMPTY
    if PageKind.LIST in _cues().headings.kinds_in(fold(page.heading).lower()):
        return PageKind.LIST
    return None if text_is_ad(page.whole()) else PageKind.NO_AD


def first_job_title(text: str) -> str | None:
    """Return the first of the text's first lines that reads like the title of a job, or None."""
    cues = _cues()
    top = text if len(text) <= NEAR_TOP else text[:NEAR_TOP].rpartition("\n")[0]
    for line in top.split("\n"):
        bare = line.removeprefix("- ").strip()
        folded = fold(bare).lower()
        names_job = _reads_like_title(folded) and cues.job_title.search(folded)
        if names_job and PageKind.LIST not in cues.headings.kinds_in(folded):
            return bare
    return None


def text_is_ad(text: str) -> bool:
    """Whether a plain text may be an ad: it has some word that ads use."""
    return _has_families(text, fold(text).lower(), _cues().least_in_text)


def _is_list(
    page: PageFacts, title: str, heading: str, *, title_lists: bool, heading_lists: bool
) -> bool:
    """Whether the page offers many jobs: by its headings, by lines that name jobs, by links.

    `title_lists` and `heading_lists` where the words of title and heading say so.
    """
    cues = _cues()
    if heading_lists and (title_lists or not cues.job_title.search(title)):
        return True
    if _job_titles(page.folded) > cues.most_titles:
        return True
    names_job = not heading_lists and cues.job_title.search(heading) is not None
    company_careers = cues.careers_title.search(title) and not cues.job_title.search(title)
    if company_careers and not names_job:
        whole = fold(page.whole()).lower()
        if _job_titles(whole) >= cues.least_titles:
            return True
    if page.job_links < cues.least_links:
        return False
    if names_job and not title_lists and len(page.text) >= cues.least_prose:
        return False
    prose = len(page.text) / page.job_links
    return prose < (4 if title_lists else 1) * cues.prose_a_link


def _job_titles(folded: str) -> int:
    """How many different lines of a folded text read like the title of a job."""
    lines = {line.removeprefix("- ") for line in folded.split("\n")}
    short = "\n".join(line for line in lines if _reads_like_title(line))
    found = _cues().job_title.finditer(short)  # all in one search: each by itself costs more
    return len({short.rfind("\n", 0, match.start()) for match in found})


def _reads_like_title(line: str) -> bool:
    return 5 < len(line) < 80 and line[-1] not in ".:,;!?" and len(line.split()) <= 9


def _is_shell(page: PageFacts) -> bool:
    return len(page.whole()) < _SHORT_PAGE / 3 and page.scripts > 0


def _has_families(text: str, folded: str, least: int) -> bool:
    """Whether words of so many families that ads use occur in `text`."""
    cues = _cues()
    count = len(cues.families.Match(folded) or ())  # None where none occurs
    if count < least and not text.isascii():
        lowered = text.lower()
        count += sum(1 for word in cues.other_scripts if word in lowered)
    return count >= least
