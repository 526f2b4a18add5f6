"""A page becomes what the store keeps of it: all the work that needs no database."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from server.companies.domain import domain_of
from server.filing.entries import Entry, entry_of
from signals import analyze, read, read_text

_TURN = threading.Semaphore()
"""One page at a time, in the order they came: two at once would take Python's lock from each other
all the time, and each would take longer than both do in turn (`bench.server throughput`)."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be read: a page's HTML or, `is_text`, a text."""

    content: str | bytes
    url: str | None = None
    is_text: bool = False


Prepare = Callable[[Page], Entry]
"""A way to have a page prepared: `prepare_in_turn`, or worker processes."""


def prepare(page: Page) -> Entry:
    """Read and analyse a page.

    Raises:
        NotAPosting: it holds no job ad.
    """
    posting = read_text(page.content, page.url) if page.is_text else read(page.content, page.url)
    return entry_of(posting, analyze(posting), company_domain=domain_of(posting))


def prepare_in_turn(page: Page) -> Entry:
    """Read and analyse a page in this process, when those who came before are done.

    Raises:
        NotAPosting: it holds no job ad.
    """
    with _TURN:
        return prepare(page)
