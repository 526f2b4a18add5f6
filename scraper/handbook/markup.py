"""What a page's markup holds: title, headings, words, links, in one pass and without a tree.

However a page nests its elements, nothing in it is looked at twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

_WORDLESS = frozenset(["script", "style", "template"])
_HIDDEN = _WORDLESS | {"noscript", "svg", "title", "iframe", "select", "button"}
_FRAMES = frozenset(["header", "footer", "nav"])
_HEADINGS = frozenset(["h1", "h2", "h3"])
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th",
    "tr", "ul",
])  # fmt: skip


@dataclass(slots=True)
class _Frame:
    """A header, footer or menu: how much was seen before it, and whether it holds an h1."""

    text: int
    headings: int
    code: int
    has_h1: bool = False


@dataclass(slots=True)
class Anchor:
    """An `a` as it stands in the page: where it leads, its label, and its text in pieces."""

    href: str | None
    label: str
    frame: _Frame | None
    text: list[str] = field(default_factory=list)

    @property
    def is_framing(self) -> bool:
        """Whether it stands in a header, footer or menu such as frames every page of a site."""
        return self.frame is not None and not self.frame.has_h1


class Markup:
    """What was seen of a page; the parser tells it each tag and each piece of text.

    As in browsers, a heading or a link has no part in another one that begins inside it.

    Attributes:
        title: the pieces of the first title.
        headings: the pieces of each heading of the first three levels.
        text: the pieces of the visible text, line breaks between blocks.
        anchors: each `a`, also where nobody sees it.
        base: the address that the others are relative to, or None.
        code: characters of the text that stand in code blocks.
        scripted: whether it holds scripts.
        asks_password: whether it holds a field for a password.
    """

    def __init__(self) -> None:
        """Begin before the first tag."""
        self.title: list[str] = []
        self.headings: list[list[str]] = []
        self.text: list[str] = []
        self.anchors: list[Anchor] = []
        self.base: str | None = None
        self.code = 0
        self.scripted = False
        self.asks_password = False
        self._titles = self._hidden = self._wordless = self._pre = 0
        self._in_title = False
        self._open_frames: list[_Frame] = []
        self._open_headings: list[list[str]] = []
        self._open_anchors: list[Anchor] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in that an element begins."""
        self._part_words()
        if tag == "a":
            self._begin_anchor(attributes)
        elif tag == "base" and self.base is None:
            self.base = attributes.get("href")
        elif tag == "input" and attributes.get("type", "").lower() == "password":
            self.asks_password = True
        elif tag in _HIDDEN:
            self._hide(tag)
        if not self._hidden:
            self._show(tag)

    def end(self, tag: str) -> None:
        """Take in that an element ends."""
        self._part_words()
        if not self._hidden:
            self._end_shown(tag)
        if tag == "a":
            self._open_anchors.pop()
        elif tag in _HIDDEN:
            self._hidden -= 1
            self._wordless -= tag in _WORDLESS
            self._in_title = self._in_title and tag != "title"

    def data(self, text: str) -> None:
        """Take in a piece of text."""
        if self._in_title:
            self.title.append(text)
        if self._open_anchors and not self._wordless:
            self._open_anchors[-1].text.append(text)
        if self._hidden:
            return
        self.text.append(text.replace("\n", " "))
        self.code += len(text) if self._pre else 0
        if self._open_headings:
            self._open_headings[-1].append(text)

    def close(self) -> None:
        """Take in that the page ends."""

    def _part_words(self) -> None:
        """Keep words apart between which a tag stands."""
        if self._in_title:
            self.title.append(" ")
        if self._open_headings:
            self._open_headings[-1].append(" ")
        if self._open_anchors:
            self._open_anchors[-1].text.append(" ")

    def _begin_anchor(self, attributes: Mapping[str, str]) -> None:
        frame = self._open_frames[-1] if self._open_frames else None
        anchor = Anchor(attributes.get("href"), attributes.get("aria-label", ""), frame)
        self.anchors.append(anchor)
        self._open_anchors.append(anchor)

    def _hide(self, tag: str) -> None:
        self._hidden += 1
        self._wordless += tag in _WORDLESS
        self.scripted = self.scripted or tag == "script"
        if tag == "title":
            self._in_title = self._titles == 0
            self._titles += 1

    def _show(self, tag: str) -> None:
        if tag in _FRAMES:
            self._open_frames.append(_Frame(len(self.text), len(self.headings), self.code))
        elif tag in _HEADINGS:
            heading: list[str] = []
            self.headings.append(heading)
            self._open_headings.append(heading)
            if tag == "h1" and self._open_frames:
                self._open_frames[-1].has_h1 = True
        self._pre += tag == "pre"
        if tag in _BLOCKS:
            self.text.append("\n")

    def _end_shown(self, tag: str) -> None:
        self._pre -= tag == "pre"
        if tag in _HEADINGS:
            self._open_headings.pop()
        elif tag in _FRAMES:
            self._end_frame(self._open_frames.pop())
        if tag in _BLOCKS:
            self.text.append("\n")

    def _end_frame(self, frame: _Frame) -> None:
        """Forget what frames every page of a site: without an h1 it is not this page's."""
        if not frame.has_h1:
            del self.text[frame.text :], self.headings[frame.headings :]
            self.code = frame.code
        if frame.has_h1 and self._open_frames:
            self._open_frames[-1].has_h1 = True


def markup_of(html: str) -> Markup:
    """Return what `html` holds; broken markup gives what can be had."""
    markup = Markup()
    parser = etree.HTMLParser(target=markup)  # type: ignore[arg-type]  # the stubs ask for more
    parser.feed(html)
    parser.close()
    return markup
