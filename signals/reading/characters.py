"""Characters as a text should hold them: whole ones, and no references in their place."""

from __future__ import annotations

import html
import re

_HALF = re.compile("[\ud800-\udfff]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def whole_characters(text: str) -> str:
    """Return `text` with U+FFFD for each half of a character, such as a cut emoji leaves."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def unescaped(text: str) -> str:
    """Return `text` with the characters that references such as `&amp;` stand for."""
    return _REFERENCE.sub(lambda found: html.unescape(found.group()), text)
