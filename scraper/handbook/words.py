"""Lists of patterns from data files, matched as one, in a language's plain letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import re2

_OTHER_LETTERS = str.maketrans(
    {"‘": "'", "’": "'", "ø": "o", "Ø": "O", "æ": "a", "Æ": "A", "ß": "ss", "ł": "l", "–": "-"}
)
"""Characters that have no plain letter in Unicode's decomposition."""


def plain(text: str) -> str:
    """Return `text` without accents and typographic quotes, so that "Congés" reads "Conges".

    Patterns then need no accents, at which RE2 sees the borders of words.
    """
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.translate(_OTHER_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Words:
    """A few patterns, case and accents ignored, as one; matched by RE2 in time linear in the text.

    A text that is looked through for many lists is best made `plain` before.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile `patterns`; without any it matches nothing."""
        options = re2.Options()
        options.case_sensitive = False
        options.log_errors = False
        joined = "|".join(f"(?:{plain(pattern)})" for pattern in patterns)
        self._pattern = re2.compile(joined, options) if patterns else None

    def found_in(self, text: str) -> bool:
        """Whether one of the patterns is in `text`."""
        return self._pattern is not None and self._pattern.search(plain(text)) is not None

    def count(self, text: str) -> int:
        """Return the number of matches in `text`."""
        if self._pattern is None:
            return 0
        return sum(1 for _ in self._pattern.finditer(plain(text)))
