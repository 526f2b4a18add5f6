"""Looks at one address after another, and remembers what was there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from scraper.errors import BrowserError, FetchError, HttpStatus
from scraper.fetcher import Fetcher
from scraper.handbook.candidates import section_links
from scraper.handbook.judge import Judgement, Likeness, is_thin, is_wall, judge
from scraper.handbook.model import Visit
from scraper.handbook.reading import ReadPage, is_text, read_page
from scraper.handbook.soft_404 import NotFoundPage
from scraper.page import Page
from scraper.render import Renderer

MOST_VISITS = 40
"""Pages that one check looks at, its handbook's sections included."""

MOST_DRAWN = 4
"""Pages that one check draws in the browser."""

_SECTIONS = 3


class Undecided(StrEnum):
    """Why a page that might be a handbook could not be judged."""

    NEEDS_BROWSER = "needs a browser to be read"
    FAILED = "could not be read"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was at one address: a page, or the error that kept it from us."""

    url: str
    page: ReadPage | None = None
    error: FetchError | None = None
    undecided: Undecided | None = None


@dataclass(slots=True)
class Search:
    """One check's way through a company's pages.

    Attributes:
        visits: what was looked at, in order.
        undecided: the first page that could not be judged, or None.
        partial: the best page that has something of a handbook, or None.
        last_error: what kept the page visited last from us, None where it was had.
    """

    fetcher: Fetcher
    renderer: Renderer
    visits: list[Visit] = field(default_factory=list)
    undecided: Seen | None = None
    partial: tuple[ReadPage, Judgement] | None = None
    last_error: FetchError | None = None
    _known: set[str] = field(default_factory=set)
    _drawn: int = 0

    async def read(self, url: str) -> Seen:
        """Return what is at `url`, drawn in the browser where it needs one.

        The visit is remembered with its error; a page that could be read is remembered by the
        caller, who knows what it is.
        """
        self.last_error = None
        try:
            page = await self.fetcher.fetch(url)
        except FetchError as error:
            self.last_error = error
            self.note(url, error_result(error))
            return Seen(url, error=error)
        if not is_text(page):
            self.note(url, f"no text: {page.content_type}")
            return Seen(url)
        read = read_page(page)
        return await self._draw(url, page, read) if read.is_shell else Seen(url, read)

    async def candidate(self, url: str, lost: NotFoundPage) -> tuple[ReadPage, Judgement] | None:
        """Return the page at `url` with its judgement if it is a handbook, else None."""
        if url in self._known or len(self.visits) >= MOST_VISITS:
            return None
        self._known.add(url)
        seen = await self.read(url)
        page = seen.page
        if page is None:
            return None
        if page.url != url and page.url in self._known:
            self.note(url, f"leads to {page.url}")
            return None
        self._known.add(page.url)
        if seen.undecided is not None and lost.page is not None:
            self.note(url, "an empty shell, as for an address that cannot exist")
            return None
        if lost.is_like(page):
            self.note(url, "the same page as for an address that cannot exist")
            return None
        return await self._judged(seen, page)

    def note(self, url: str, result: str) -> None:
        """Remember that `url` was visited and what was there."""
        self.visits.append(Visit(url, result))

    def know(self, url: str) -> None:
        """Remember that `url` is no candidate any more."""
        self._known.add(url)

    async def _judged(self, seen: Seen, page: ReadPage) -> tuple[ReadPage, Judgement] | None:
        judgement = judge(page)
        if is_thin(judgement, page):
            judgement = await self._with_sections(page, judgement)
        if judgement.likeness is Likeness.HANDBOOK:
            self.note(seen.url, f"a handbook: {judgement.why}")
            return page, judgement
        if seen.undecided is not None or is_wall(page):
            self.undecided = self.undecided or replace(seen, undecided=Undecided.FAILED)
            self.note(seen.url, seen.undecided or judgement.why)
            return None
        if judgement.likeness is Likeness.PARTIAL:
            self._keep_best(page, judgement)
            self.note(seen.url, f"something of a handbook: {judgement.why}")
            return None
        self.note(seen.url, f"no handbook: {judgement.why}")
        return None

    async def _with_sections(self, page: ReadPage, alone: Judgement) -> Judgement:
        """The judgement of a short front page together with the sections that it links to."""
        whole = page
        for url in section_links(page, _SECTIONS):
            self._known.add(url)
            section = (await self.read(url)).page
            if section is None:
                continue
            self.note(url, "a section of it")
            whole = replace(
                whole,
                headings=(*whole.headings, *section.headings),
                text=f"{whole.text}\n{section.text}",
                code=whole.code + section.code,
            )
        return alone if whole is page else judge(whole)

    async def _draw(self, url: str, page: Page, read: ReadPage) -> Seen:
        if self._drawn >= MOST_DRAWN:
            return Seen(url, read, undecided=Undecided.NEEDS_BROWSER)
        self._drawn += 1
        try:
            drawn = await self.renderer.draw(self.fetcher, page)
        except BrowserError:
            return Seen(url, read, undecided=Undecided.NEEDS_BROWSER)
        except FetchError as error:
            self.note(url, error_result(error))
            return Seen(url, error=error)
        return Seen(url, read_page(drawn))

    def _keep_best(self, page: ReadPage, judgement: Judgement) -> None:
        if self.partial is None or judgement.score > self.partial[1].score:
            self.partial = (page, judgement)


def error_result(error: FetchError) -> str:
    """Return in a few words what kept a page from us."""
    return f"status {error.status}" if isinstance(error, HttpStatus) else error.what
