"""One copy of a text in which every character is ASCII and stands where it stood.

Rules are written in plain ASCII (`don't`, `9-5`, `uber`), while ads hold curly quotes, dashes of
every length, accents and hard spaces. Folding maps each character to exactly one ASCII character,
so an offset found in the folded text is the offset in the text itself.
"""

from __future__ import annotations

import unicodedata

UNREADABLE = "\x1a"
"""Stands for a character without an ASCII likeness, such as a Chinese one (ASCII SUBSTITUTE)."""

_LIKENESSES = {
    "'": "‘’‚‛′`´ʼ＇",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−﹣－",
    "*": "•◦‣●▪·∙",
    "~": "≈～±",
    "+": "＋",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u202f\u205f\u3000\ufeff\u00ad\u200c\u200d\u2060",
    "s": "ß",
    "o": "øØ",
    "a": "æÆ",
    "l": "łŁ",
    "/": "⁄∕／",
    ".": "…。",
    ">": "≥",
    "<": "≤",
}


class _Folding(dict[int, str]):
    """A translation table that works out each further character once."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        first = decomposed[0] if decomposed else UNREADABLE
        likeness = first if first.isascii() else UNREADABLE
        self[code] = likeness
        return likeness


_FOLDING = _Folding(
    {
        ord(character): ascii_
        for ascii_, characters in _LIKENESSES.items()
        for character in characters
    }
)


def fold(text: str) -> str:
    """Return `text` in ASCII, as long as it was: `len(fold(text)) == len(text)`."""
    return text if text.isascii() else text.translate(_FOLDING)
