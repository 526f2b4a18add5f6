"""Pages to what a judge looks at: title, headings, words, links. Needs no network."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from yarl import URL

from scraper.address import join, parse
from scraper.errors import BadAddress
from scraper.page import Page

MAX_BYTES = 1_500_000
"""Bytes of a page that are read; the longest single-page handbook seen has 400,000."""

_MAX_TAGS = 60_000
"""Tags of a page that are read: building the tree takes some 30 µs for each."""

_SPACE = re.compile(r"\s+")
_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*>")
_HIDDEN = ["script", "style", "template", "noscript", "svg", "title", "iframe", "select", "button"]
_FRAMES = ["header", "footer"]
_HEADINGS = ["h1", "h2", "h3"]
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th",
    "tr", "ul",
])  # fmt: skip
_MAX_LINKS = 2000
_SHELL_WORDS = 60
"""Words below which a page with scripts is taken for one that JavaScript draws."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page: its address without fragment, and its text."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as a reader sees it.

    Attributes:
        url: its address.
        title: its title, `""` where it has none.
        headings: the texts of its headings of the first three levels.
        text: its visible text, one block a line, without the site's own header and footer.
        links: its links to web pages.
        code: characters of the text that stand in code blocks.
        scripted: whether it holds scripts.
    """

    url: str
    title: str
    headings: tuple[str, ...]
    text: str
    links: tuple[Link, ...]
    code: int = 0
    scripted: bool = False

    @property
    def is_shell(self) -> bool:
        """Whether JavaScript seems to draw what a reader would see."""
        return self.scripted and len(self.text.split()) < _SHELL_WORDS


def is_text(page: Page) -> bool:
    """Whether `page` is something that a reader can read: HTML or plain text."""
    kind = page.content_type
    return kind in ("", "application/xhtml+xml") or kind.startswith("text/")


def read_page(page: Page) -> ReadPage:
    """Return `page` as a reader sees it; broken HTML and encodings give what can be had."""
    body = _XML_DECLARATION.sub(b"", _bounded(page.body))
    soup = BeautifulSoup(body, "lxml", from_encoding=page.charset)
    title = _squeezed(soup.title.get_text(" ")) if soup.title else ""
    scripted = soup.find("script") is not None
    links = _links(soup, page.url)
    for hidden in soup.find_all(_HIDDEN):
        hidden.decompose()
    for frame in soup.find_all(_FRAMES):
        if frame.find("h1") is None:  # what frames every page of a site is not this page's
            frame.decompose()
    headings = (_squeezed(heading.get_text(" ")) for heading in soup.find_all(_HEADINGS))
    return ReadPage(
        url=page.url,
        title=title,
        headings=tuple(filter(None, headings)),
        text=_text(soup),
        links=links,
        code=sum(len(block.get_text()) for block in soup.find_all("pre")),
        scripted=scripted,
    )


def _bounded(body: bytes) -> bytes:
    return b"<".join(body[:MAX_BYTES].split(b"<", _MAX_TAGS + 1)[: _MAX_TAGS + 1])


def _text(soup: BeautifulSoup) -> str:
    pieces: list[str] = []
    for node in soup.descendants:
        if isinstance(node, Tag):
            if node.name in _BLOCKS:
                pieces.append("\n")
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            pieces.append(_SPACE.sub(" ", node))
    lines = (_squeezed(line) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _links(soup: BeautifulSoup, page_url: str) -> tuple[Link, ...]:
    base = _base(soup, page_url)
    found: dict[str, Link] = {}
    for anchor in soup.find_all("a", href=True, limit=_MAX_LINKS):
        try:
            url = str(join(base, str(anchor["href"])))
        except BadAddress:
            continue  # mailto:, javascript: and the like lead to no page
        text = _squeezed(anchor.get_text(" ")) or _squeezed(str(anchor.get("aria-label", "")))
        if url not in found or not found[url].text:
            found[url] = Link(url, text)
    return tuple(found.values())


def _base(soup: BeautifulSoup, page_url: str) -> URL:
    page = parse(page_url)
    declared = soup.find("base", href=True)
    if declared is None:
        return page
    try:
        return join(page, str(declared["href"]))
    except BadAddress:
        return page


def _squeezed(text: str) -> str:
    # A lone surrogate, which character references can spell, fits no encoding.
    return _SPACE.sub(" ", text).strip().encode("utf-8", "replace").decode()
