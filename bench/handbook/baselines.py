"""Three simple ways to find a handbook, to be compared with."""

from __future__ import annotations

import re

from bench.handbook.cases import Case
from scraper import Fetcher, FetchError
from scraper.handbook.reading import ReadPage, is_text, read_page

_VOCABULARY = (
    "handbook", "onboarding", "vacation", "holiday", "parental leave", "sick", "salary", "benefits",
    "expenses", "values", "meetings", "communication", "remote", "feedback", "hiring", "equipment",
)  # fmt: skip
_ENOUGH = 6
_HANDBOOK = re.compile(r"hand-?book", re.IGNORECASE)


async def probing(case: Case, fetcher: Fetcher) -> bool:
    """Whether /handbook or the name handbook. answers at all."""
    for url in (f"https://{case.domain}/handbook", f"https://handbook.{case.domain}/"):
        if await _read(fetcher, url) is not None:
            return True
    return False


async def searching(case: Case, fetcher: Fetcher) -> bool:
    """Whether a link of the home page says "handbook", in its text or address."""
    home = await _read(fetcher, f"https://{case.domain}/")
    links = home.links if home else ()
    return any(_HANDBOOK.search(f"{link.text} {link.url}") for link in links)


async def scoring(case: Case, fetcher: Fetcher) -> bool:
    """Whether the right page, given away, names enough of a handbook's usual words."""
    page = await _read(fetcher, case.offered.url) if case.offered else None
    if page is None:
        return False
    text = f"{page.title}\n{page.text}".lower()
    points = sum(word in text for word in _VOCABULARY) + 3 * bool(_HANDBOOK.search(page.title))
    return points >= _ENOUGH


async def _read(fetcher: Fetcher, url: str) -> ReadPage | None:
    try:
        page = await fetcher.fetch(url)
    except FetchError:
        return None
    return read_page(page) if is_text(page) else None
