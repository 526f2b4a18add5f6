"""How many pages one task may fetch."""

from __future__ import annotations

from dataclasses import dataclass

from yarl import URL

from scraper.errors import BudgetSpent


@dataclass(slots=True)
class Budget:
    """Pages that may still be fetched; each hop of a redirect is one."""

    left: int

    def spend(self, url: URL) -> None:
        """Count the page at `url`, which is about to be fetched.

        Raises:
            BudgetSpent: none is left.
        """
        if self.left <= 0:
            raise BudgetSpent("as many pages were fetched as may be", where=str(url))
        self.left -= 1
