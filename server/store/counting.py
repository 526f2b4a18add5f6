"""How much is stored."""

from __future__ import annotations

from sqlalchemy import func, select

from server.store.database import Store
from server.store.schema import AnalysisRow


def count_analyses(store: Store) -> int:
    """Return how many postings are stored.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        return connection.scalar(select(func.count()).select_from(AnalysisRow)) or 0
