"""Names and texts folded, so that "CAFÉ" is found by "cafe" in every database alike."""

from __future__ import annotations

import re
import unicodedata

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"\w+")
_LONGEST_WORD = 60
_MOST_CHARACTERS = 200_000


def fold(text: str) -> str:
    """Return a text without case and accents, its white space tidied."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_BEYOND_ASCII.sub(_without_marks, apart).split())


def _without_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if not unicodedata.combining(c))


def words_of(*texts: str | None) -> str:
    """Return the folded words of texts, apart by blanks, as the search index takes them.

    Of a very long text only the beginning counts.
    """
    whole = " ".join(text for text in texts if text)[:_MOST_CHARACTERS]
    return " ".join(word[:_LONGEST_WORD] for word in _WORD.findall(fold(whole)))
