"""Which companies are checked, and what is true of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from yarl import URL

from bench.handbook.pages import KeptPage, kept_pages, rows
from scraper.handbook.company import site

PLATFORMS = frozenset({"github.com", "notion.so", "atlassian.net"})
"""Hosts of many companies: a company there has its home elsewhere."""

_SUPPORTING = ("handbook", "handbook-section")


@dataclass(frozen=True, slots=True)
class Case:
    """One company: where it is, whether it publishes a handbook, and what it has on the web.

    Attributes:
        name: the company's name.
        domain: what is asked for.
        public: whether a public handbook is to be found.
        offered: the page that is linked as the handbook, or looks like one; None without.
        pages: every page that it has, `offered` among them.
        is_fork: whether `offered` is a copy of a repository that is somebody else's.
    """

    name: str
    domain: str
    public: bool
    offered: KeptPage | None
    pages: tuple[KeptPage, ...]
    is_fork: bool = False

    @property
    def chance(self) -> int:
        """A number under 100 that stays with the company: the replay's choices hang on it."""
        return int(sha256(self.domain.encode()).hexdigest(), 16) % 100

    @property
    def is_held_back(self) -> bool:
        """Whether it belongs to the half that nothing was fitted on."""
        return sha256(f"half {self.domain}".encode()).digest()[0] % 2 == 1


def cases() -> list[Case]:
    """Return every company of which enough original text is kept, by domain."""
    owned: dict[str, list[KeptPage]] = defaultdict(list)
    for page in kept_pages():
        if page.url.startswith(("http://", "https://")):
            owned[page.company].append(page)
    found: dict[str, Case] = {}
    for truth in rows("truth.jsonl"):
        pages = owned.pop(truth["company"], [])
        case = _case(truth["company"], truth["domain"], truth, pages)
        if case is not None:
            found.setdefault(case.domain, case)
    for case in _unlisted(owned):
        found.setdefault(case.domain, case)
    return sorted(found.values(), key=lambda case: case.domain)


def _case(name: str, domain: str, truth: dict[str, str], pages: list[KeptPage]) -> Case | None:
    public = truth["kind"] == "public-handbook"
    offered = _offered(pages)
    if public and (offered is None or offered.label != "handbook"):
        return None  # its front page was not kept
    if not public and not pages and truth["kind"] != "none":
        return None
    is_fork = "fork" in (truth["note"] or "") or "copy of" in (truth["note"] or "")
    return Case(name, _host_of(domain, pages), public, offered, tuple(pages), is_fork)


def _unlisted(owned: dict[str, list[KeptPage]]) -> Iterator[Case]:
    """Look-alikes that the list of companies does not name; "other" pages alone prove nothing."""
    for name, pages in owned.items():
        offered = _offered(pages)
        if offered is not None and offered.label == "look-alike":
            fork = "fork" in name
            yield Case(name, _host_of("", pages), False, offered, tuple(pages), fork)


def _offered(pages: list[KeptPage]) -> KeptPage | None:
    for label in ("handbook", "look-alike", "culture-page"):
        for page in pages:
            if page.label == label:
                return page
    return next((page for page in pages if page.label in _SUPPORTING), None)


def _host_of(domain: str, pages: list[KeptPage]) -> str:
    """The company's own domain; one that is not known is made up from its name on a platform."""
    if domain and "." in domain and " " not in domain:
        return domain
    url = URL(pages[0].url)
    host = site(url.host or "")
    if host in PLATFORMS:
        return f"{url.parts[1].lower()}.example"
    return host
