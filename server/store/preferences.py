"""What the seeker wants of the service."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from server.store.database import Store
from server.store.schema import PreferencesRow
from server.store.upserting import upsert

_ONLY = 1
_STORED = select(PreferencesRow).where(PreferencesRow.id == _ONLY)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the service does by itself; by default nothing.

    Attributes:
        check_companies: whether it looks for a new company's handbook unasked.
        keep_days: days after which it deletes an analysis, or None to keep all.
    """

    check_companies: bool = False
    keep_days: int | None = None


def load_preferences(store: Store) -> Preferences:
    """Return what was stored, else the defaults.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        row = connection.execute(_STORED).first()
    return Preferences(row.check_companies, row.keep_days) if row else Preferences()


def save_preferences(store: Store, wanted: Preferences) -> None:
    """Store them in place of earlier ones.

    Raises:
        StoreError: the database cannot be used.
    """
    values = {"check_companies": wanted.check_companies, "keep_days": wanted.keep_days}
    with store.transaction() as connection:
        upsert(connection, PreferencesRow, {"id": _ONLY, **values})
