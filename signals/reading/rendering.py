"""A tree of HTML elements as plain text: blocks become lines, list items begin with "- "."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from lxml import etree

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "button",
        "input",
        "canvas",
        "audio",
        "video",
        "map",
        "head",
    ]
)
"""Elements whose text nobody reads as part of an ad."""

_PARAGRAPHS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "pre",
        "hr",
        "section",
        "article",
        "main",
    ]
)
_LINES = frozenset(
    [
        "div",
        "li",
        "br",
        "tr",
        "dt",
        "dd",
        "header",
        "footer",
        "nav",
        "aside",
        "figure",
        "address",
        "form",
        "fieldset",
        "details",
        "summary",
        "tbody",
        "thead",
        "body",
        "center",
        "figcaption",
    ]
)
_CELLS = frozenset(["td", "th"])
_BREAK = "\x1e"
"""Stands for our own line breaks (ASCII RECORD SEPARATOR) until those of the source are spaces."""

_OPENING = (
    dict.fromkeys(_PARAGRAPHS, 2 * _BREAK)
    | dict.fromkeys(_LINES, _BREAK)
    | dict.fromkeys(_CELLS, " ")
    | {"li": f"{_BREAK}- "}
)
_CLOSED_BY_BREAK = (_PARAGRAPHS | _LINES) - {"br"}
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\ufeff]|[\r\u2028\u2029]")


def render(root: etree._Element, without: Set[etree._Element] = frozenset()) -> str:
    """Return the readable text of `root`, tidied; elements in `without` are passed over."""
    return _flowing(_parts(root, without))


def top(root: etree._Element, least: int) -> str:
    """Return what `render` returns for `root`, cut off somewhere behind `least` characters."""
    parts: list[str] = []
    length = 0
    for part in _parts(root, frozenset()):
        parts.append(part)
        length += len("".join(part.replace("-", " ").split()))  # a bullet may come to nothing
        if length > least:
            break
    return _flowing(parts)


def _parts(root: etree._Element, without: Set[etree._Element]) -> Iterator[str]:
    """The pieces of text in `root`, with breaks around blocks."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in SKIPPED or element in without:
                walk.skip_subtree()
                continue
            if opening := _OPENING.get(tag):
                yield opening
            if text := element.text:
                yield text.replace("\n", _BREAK) if tag == "pre" else text
        else:
            if tag in _CLOSED_BY_BREAK:
                yield _BREAK
            if (tail := element.tail) and element is not root:
                yield tail


def _flowing(parts: Iterable[str]) -> str:
    """The pieces as one text, tidied: a line break of the source is a blank, ours are none."""
    flowing = "".join(parts).replace("\n", " ").replace("\r", " ")
    return tidy(flowing.replace(_BREAK, "\n"))


def tidy(text: str) -> str:
    """Return `text` without control characters, runs of blanks and more than one empty line."""
    text = _UNWANTED.sub(_instead, text.replace("\r\n", "\n"))
    lines: list[str] = []
    for line in text.split("\n"):
        bare = " ".join(line.split())
        if bare == "-":  # <li><p>…: the bullet belongs to the text on the next line that has any
            while lines and lines[-1] == "":
                lines.pop()
            if not lines or lines[-1] != "-":
                lines.append("-")
        elif lines and lines[-1] == "-":
            if bare.startswith("- "):
                lines[-1] = bare
            elif bare:
                lines[-1] = f"- {bare}"
        elif bare or (lines and lines[-1] != ""):
            lines.append(bare)
    if lines and lines[-1] == "-":
        lines.pop()
    return "\n".join(lines).strip()


def _instead(unwanted: re.Match[str]) -> str:
    """What stands for an unwanted character: a line break or nothing."""
    return "\n" if unwanted.group() in "\r\u2028\u2029" else ""
