r"""Markdown's marks for emphasis and its escapes, which boards leave standing in ads sent as text.

They stand in the middle of what a rule looks for: `8:00\-17:00`, `a **hybrid** role`.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\([-_*.+!#()\[\]&~`>|])")
_EMPHASIS = re.compile(r"\*{2,3}|(?<![\w/])_{1,3}(?=[^\W_])|(?<=[^\s_])_{1,3}(?![\w/])")


def unmarked(text: str) -> str:
    """Return `text` without escapes and marks of emphasis; headings and bullets keep theirs."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return _EMPHASIS.sub("", text) if "*" in text or "_" in text else text
