"""Pages to what a judge looks at: title, headings, words, links. Needs no network."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from yarl import URL

from scraper.address import join, parse
from scraper.errors import BadAddress
from scraper.handbook.markup import Anchor, markup_of
from scraper.page import Page
from signals.reading.decoding import decode

MAX_BYTES = 1_500_000
"""Bytes of a page that are read; the longest single-page handbook seen has 400,000."""

_MAX_TAGS = 60_000
"""Tags of a page that are read."""

_SPACE = re.compile(r"\s+")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of Japanese and Chinese."""

_LETTERS_A_WORD = 2
_MAX_LINKS = 2000
_SHELL_WORDS = 60
"""Words below which a page with scripts is taken for one that JavaScript draws."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page.

    Attributes:
        url: its address without fragment.
        text: its text.
        is_framing: whether it stands only in a header, footer or menu that has no h1: those are
            on every page of a site.
    """

    url: str
    text: str
    is_framing: bool = False


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as a reader sees it.

    Attributes:
        url: its address.
        title: its title, `""` where it has none.
        headings: the texts of its headings of the first three levels.
        text: its visible text, one block a line, without the site's own header, footer and
            menus.
        links: its links to web pages.
        code: characters of the text that stand in code blocks.
        scripted: whether it holds scripts.
        asks_password: whether it holds a field for a password.
    """

    url: str
    title: str
    headings: tuple[str, ...]
    text: str
    links: tuple[Link, ...]
    code: int = 0
    scripted: bool = False
    asks_password: bool = False

    @property
    def is_shell(self) -> bool:
        """Whether JavaScript seems to draw what a reader would see."""
        return self.scripted and self.words < _SHELL_WORDS

    @property
    def words(self) -> int:
        """About how many words its text has; Chinese and Japanese put no spaces between theirs."""
        return len(self.text.split()) + len(_UNSPACED.findall(self.text)) // _LETTERS_A_WORD


def is_text(page: Page) -> bool:
    """Whether `page` is something that a reader can read: HTML or plain text."""
    kind = page.content_type
    return kind in ("", "application/xhtml+xml") or kind.startswith("text/")


def read_page(page: Page) -> ReadPage:
    """Return `page` as a reader sees it; broken HTML and encodings give what can be had."""
    html = decode(_bounded(page.body), page.charset)
    markup = markup_of(_XML_DECLARATION.sub("", html))
    headings = (_squeezed("".join(heading)) for heading in markup.headings)
    lines = (_squeezed(line) for line in "".join(markup.text).split("\n"))
    return ReadPage(
        url=page.url,
        title=_squeezed("".join(markup.title)),
        headings=tuple(filter(None, headings)),
        text="\n".join(filter(None, lines)),
        links=_links(markup.anchors, _base(markup.base, page.url)),
        code=markup.code,
        scripted=markup.scripted,
        asks_password=markup.asks_password,
    )


def _bounded(body: bytes) -> bytes:
    return b"<".join(body[:MAX_BYTES].split(b"<", _MAX_TAGS + 1)[: _MAX_TAGS + 1])


def _links(anchors: Iterable[Anchor], base: URL) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    leading = ((anchor, anchor.href) for anchor in anchors if anchor.href is not None)
    for anchor, href in islice(leading, _MAX_LINKS):
        try:
            url = str(join(base, href))
        except BadAddress:
            continue  # mailto:, javascript: and the like lead to no page
        text = _squeezed("".join(anchor.text)) or _squeezed(anchor.label)
        link = Link(url, text, anchor.is_framing)
        if url not in found or _says_more(link, found[url]):
            found[url] = link
    return tuple(found.values())


def _says_more(link: Link, known: Link) -> bool:
    """Whether `link` is the better one of two with the same address."""
    return not known.text or (known.is_framing and not link.is_framing and bool(link.text))


def _base(declared: str | None, page_url: str) -> URL:
    page = parse(page_url)
    try:
        return page if declared is None else join(page, declared)
    except BadAddress:
        return page


def _squeezed(text: str) -> str:
    # A lone surrogate, which character references can spell, fits no encoding.
    return _SPACE.sub(" ", text).strip().encode("utf-8", "replace").decode()
