"""A tree of HTML elements as plain text: blocks become lines, list items begin with "- "."""

from __future__ import annotations

import re

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
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\ufeff]|[\ud800-\udfff]|[\r\u2028\u2029]"
)


def render(root: etree._Element) -> str:
    """Return the readable text of `root`, tidied."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event in ("comment", "pi"):
            parts.append(_flowing(element.tail))
        elif event == "start":
            if tag in SKIPPED:
                walk.skip_subtree()
                continue
            parts.append(_opening(tag))
            parts.append(element.text or "" if tag == "pre" else _flowing(element.text))
        else:
            if tag not in SKIPPED and tag != "br":
                parts.append("\n" if tag in _LINES or tag in _PARAGRAPHS else "")
            if element is not root:
                parts.append(_flowing(element.tail))
    return tidy("".join(parts))


def _opening(tag: str) -> str:
    if tag == "li":
        return "\n- "
    if tag in _PARAGRAPHS:
        return "\n\n"
    if tag in _LINES:
        return "\n"
    return " " if tag in _CELLS else ""


def _flowing(text: str | None) -> str:
    """Text of the source, where a line break means no more than a space."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""


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
    """What stands for an unwanted character: nothing, a line break, or U+FFFD for half of one."""
    character = unwanted.group()
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return "\n" if character in "\r\u2028\u2029" else ""
