"""Looks at one address after another, and remembers what was there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from yarl import URL

from scraper.budget import Budget
from scraper.errors import BrowserError, FetchError, NoBrowser
from scraper.fetcher import Fetcher
from scraper.handbook.candidates import section_links
from scraper.handbook.company import Company
from scraper.handbook.failures import refuses, wall
from scraper.handbook.hosting import OWN, host_of
from scraper.handbook.judge import (
    Judgement,
    Likeness,
    by_promise,
    is_certain,
    is_named,
    is_sign_in,
    is_wall,
    judge,
)
from scraper.handbook.model import Visit
from scraper.handbook.ownership import why_not_owned
from scraper.handbook.places import places
from scraper.handbook.reading import ReadPage, is_text, read_page
from scraper.handbook.seen import Seen, Undecided, error_result
from scraper.handbook.soft_404 import NotFoundPage, unlikely_path
from scraper.page import Page
from scraper.render import Renderer

MOST_DRAWN = 4
"""Pages that one check draws in the browser."""

MOST_SECTIONS = 5
"""Pages that a front page links to and that are read with it."""

Found = tuple[ReadPage, Judgement]

Progress = Callable[[int, str], None]
"""Told how many pages were looked at, and which one is looked at now."""


@dataclass(slots=True)
class Search:
    """One check's way through a company's pages.

    Attributes:
        company: whose handbook is looked for.
        fetcher: fetches the pages.
        renderer: draws those that need it.
        progress: told of each page that is about to be looked at, and how many were before.
        home: the company's home page, None until it was read.
        visits: what was looked at, in order.
        sections: the pages read so far as parts of a handbook, by address.
        undecided: the first page that could not be judged, or None.
        partial: the best page that has something of a handbook, or None.
        refused: the first page that is linked as a handbook and that we may not see, or None.
        turned_down: the likeliest page that is none, with the reason, or None.
        last_error: what kept the page visited last from us, None where it was had.
    """

    company: Company
    fetcher: Fetcher
    renderer: Renderer
    progress: Progress | None = None
    home: ReadPage | None = None
    visits: list[Visit] = field(default_factory=list)
    sections: dict[str, ReadPage] = field(default_factory=dict)
    undecided: Seen | None = None
    partial: Found | None = None
    refused: Seen | None = None
    turned_down: Visit | None = None
    last_error: FetchError | None = None
    _known: set[str] = field(default_factory=set)
    _lost: dict[URL, NotFoundPage] = field(default_factory=dict)
    _budget: Budget = field(default_factory=lambda: Budget(places().most_visits))
    _seen: int = 0
    _drawn: int = 0

    @property
    def is_spent(self) -> bool:
        """Whether as many pages were fetched as one check may."""
        return self._budget.left <= 0

    async def read(self, url: str) -> Seen:
        """Return what is at `url`, drawn in the browser where it needs one.

        The visit is remembered with its error; a page that could be read is remembered by the
        caller, who knows what it is.
        """
        page = await self.fetch(url)
        if page is None:
            return Seen(url, error=self.last_error)
        if not is_text(page):
            self.note(url, f"no text: {page.content_type}")
            is_document = page.content_type in places().documents
            return Seen(page.url, undecided=Undecided.FILE if is_document else None)
        read = read_page(page)
        return await self._draw(url, page, read) if read.is_shell else Seen(url, read)

    async def fetch(self, url: str) -> Page | None:
        """Return what is at `url`, of whatever kind; None, and a remembered visit, on an error."""
        self.last_error = None
        if self.progress is not None:
            self.progress(self._seen, url)
        self._seen += 1
        try:
            return await self.fetcher.fetch(url, budget=self._budget)
        except FetchError as error:
            self.last_error = error
            self.note(url, error_result(error))
            return None

    async def candidate(self, url: str, *, guessed: bool = False) -> Found | None:
        """Return the page at `url` with its judgement if it is the company's handbook, else None.

        Args:
            url: where it may be.
            guessed: whether no link led there; a site that answers for any address is then found
                out.
        """
        needed = 2 if guessed else 1  # the second shows what the site answers for any address
        if _key(url) in self._known or self._budget.left < needed:
            return None
        self._known.add(_key(url))
        seen = await self.read(url)
        page = seen.page
        if page is None:
            self.undecided = self.undecided or (seen if seen.undecided else None)
            if refuses(seen.error) and not guessed:
                self.refused = self.refused or seen
            return None
        if page.url != url and _key(page.url) in self._known - {_key(url)}:
            self.note(url, f"leads to {page.url}")
            return None
        self._known.add(_key(page.url))
        if guessed and await self.is_lost(seen, page):
            return None
        if (why := why_not_owned(page, self.company, self.home)) is not None:
            self.note(url, f"no handbook of this company: it is {why}")
            self.turned_down = self.turned_down or Visit(page.url, f"is {why}")
            return None
        return await self._judged(seen, page)

    def note(self, url: str, result: str) -> None:
        """Remember that `url` was visited and what was there."""
        self.visits.append(Visit(url, result))

    def know(self, url: str) -> None:
        """Remember that `url` is no candidate any more."""
        self._known.add(_key(url))

    def keep_partial(self, page: ReadPage, judgement: Judgement) -> None:
        """Remember `page` if it has more of a handbook than what was seen before."""
        if self.partial is None or judgement.score > self.partial[1].score:
            self.partial = (page, judgement)

    async def is_lost(self, seen: Seen, page: ReadPage) -> bool:
        """Whether the site answers the same for an address that cannot exist.

        It is asked only about a page that might be something of a handbook.
        """
        if host_of(page.url, self.company) not in OWN:
            return False
        is_something = is_named(page) or judge(page).likeness is not Likeness.NO
        if not (is_something or seen.undecided):
            return False
        origin = URL(page.url).origin()
        if origin not in self._lost:
            self._lost[origin] = await self._not_found_page(origin)
        lost = self._lost[origin]
        if seen.undecided is not None and lost.page is not None:
            self.note(seen.url, "an empty shell, as for an address that cannot exist")
            return True
        if lost.is_like(page):
            self.note(seen.url, "the same page as for an address that cannot exist")
            return True
        return False

    async def _not_found_page(self, origin: URL) -> NotFoundPage:
        url = str(origin.with_path(unlikely_path()))
        seen = await self.read(url)
        said = "a page" if seen.page is not None else self.visits.pop().result
        self.note(url, f"made up, to see what the site answers: {said}")
        return NotFoundPage(seen.page)

    async def _judged(self, seen: Seen, page: ReadPage) -> Found | None:
        if is_sign_in(page):
            self.refused = self.refused or Seen(seen.url, error=wall(seen.url))
            self.note(seen.url, "a sign-in")
            return None
        judgement = judge(page)
        if is_named(page) and not is_certain(judgement):
            judgement = await self._with_sections(page, judgement)
        if judgement.likeness is Likeness.HANDBOOK:
            self.note(seen.url, f"a handbook: {judgement.why}")
            return page, judgement
        if is_wall(page):
            self.refused = self.refused or Seen(seen.url, error=wall(seen.url))
            self.note(seen.url, judgement.why)
            return None
        if seen.undecided is not None:
            self.undecided = self.undecided or seen
            self.note(seen.url, seen.undecided)
            return None
        if judgement.likeness is Likeness.PARTIAL:
            self.keep_partial(page, judgement)
            self.note(seen.url, f"something of a handbook: {judgement.why}")
            return None
        self.note(seen.url, f"no handbook: {judgement.why}")
        self.turned_down = self.turned_down or Visit(page.url, judgement.why)
        return None

    async def _with_sections(self, page: ReadPage, alone: Judgement) -> Judgement:
        """The judgement of a front page together with the sections that it links to."""
        parts: list[ReadPage] = []
        unknown = [url for url in section_links(page) if _key(url) not in self._known]
        for url in by_promise(page, unknown)[:MOST_SECTIONS]:
            if self.is_spent:
                break
            self._known.add(_key(url))
            section = (await self.read(url)).page
            if section is None:
                continue
            self.note(url, "a section of it")
            self.sections[url] = section
            parts.append(section)
            judgement = judge(page, parts)
            if is_certain(judgement):
                return judgement
        return judge(page, parts) if parts else alone

    async def _draw(self, url: str, page: Page, read: ReadPage) -> Seen:
        if self._drawn >= MOST_DRAWN:
            return Seen(url, read, undecided=Undecided.NOT_DRAWN)
        self._drawn += 1
        try:
            drawn = await self.renderer.draw(self.fetcher, page)
        except NoBrowser:
            return Seen(url, read, undecided=Undecided.NO_BROWSER)
        except BrowserError:
            return Seen(url, read, undecided=Undecided.NOT_DRAWN)
        except FetchError as error:
            self.note(url, error_result(error))
            return Seen(url, error=error)
        return Seen(url, read_page(drawn))


def _key(url: str) -> str:
    """An address as far as it tells pages apart: a closing slash does not."""
    return url.rstrip("/")
