"""One copy of a text in which every character is ASCII and stands where it stood.

Rules are written in plain ASCII (`don't`, `9-5`, `uber`), while ads hold curly quotes, dashes of
every length, accents and hard spaces. Folding maps each character to exactly one ASCII character,
so an offset found in the folded text is the offset in the text itself.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import cache

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
    "<": "≤",
    ">": "≥→⇒➔➜➝➞➡⟶",
}


_KNOWN = {
    character: ascii_ for ascii_, characters in _LIKENESSES.items() for character in characters
}


@cache
def _likeness(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    first = decomposed[0] if decomposed else UNREADABLE
    return _KNOWN.get(character) or (first if first.isascii() else UNREADABLE)


def _likenesses(error: UnicodeError) -> tuple[str, int]:
    """What stands for a run of characters that ASCII lacks, and where to go on behind it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_likeness, error.object[error.start : error.end])), error.end


codecs.register_error("syncline-likenesses", _likenesses)


def fold(text: str) -> str:
    """Return `text` in ASCII, as long as it was: `len(fold(text)) == len(text)`."""
    if text.isascii():
        return text
    return text.encode("ascii", errors="syncline-likenesses").decode("ascii")
