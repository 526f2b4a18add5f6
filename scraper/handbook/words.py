"""Lists of patterns from data files, matched as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import re2


class Words:
    """A few patterns, case ignored, as one; matched by RE2 in time linear in the text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile `patterns`; without any it matches nothing."""
        options = re2.Options()
        options.case_sensitive = False
        options.log_errors = False
        joined = "|".join(f"(?:{pattern})" for pattern in patterns)
        self._pattern = re2.compile(joined, options) if patterns else None

    def first(self, text: str) -> tuple[int, int] | None:
        """Return where the first match stands in `text`, or None."""
        found = self._pattern.search(text) if self._pattern else None
        return found.span() if found else None

    def count(self, text: str, most: int | None = None) -> int:
        """Return the number of matches in `text`, at most `most`."""
        if self._pattern is None:
            return 0
        return sum(1 for _ in islice(self._pattern.finditer(text), most))
