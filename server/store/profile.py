"""The seeker's profile: one, or none. Nothing but its own functions reads the table."""

from __future__ import annotations

from datetime import time
from typing import Any

from sqlalchemy import Row, delete, select

from server.store.database import Store
from server.store.schema import ProfileRow
from server.store.upserting import upsert
from signals.profile import CareerStage, Profile

_ONLY = 1
_STORED = select(ProfileRow).where(ProfileRow.id == _ONLY)


def load_profile(store: Store) -> Profile | None:
    """Return the profile, or None where none was stored.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        row = connection.execute(_STORED).first()
    return _profile(row) if row else None


def save_profile(store: Store, profile: Profile) -> None:
    """Store the profile in place of an earlier one.

    Raises:
        StoreError: the database cannot be used; the earlier one stays.
    """
    with store.transaction() as connection:
        upsert(
            connection,
            ProfileRow,
            {
                "id": _ONLY,
                "time_zone": profile.time_zone,
                "day_start": f"{profile.start:%H:%M}",
                "day_end": f"{profile.end:%H:%M}",
                "career_stage": profile.stage,
                "fixed_commitments": profile.fixed_commitments,
            },
        )


def forget_profile(store: Store) -> None:
    """Delete the profile, if there is one.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        connection.execute(delete(ProfileRow))


def _profile(row: Row[Any]) -> Profile:
    return Profile(
        time_zone=row.time_zone,
        start=time.fromisoformat(row.day_start),
        end=time.fromisoformat(row.day_end),
        stage=CareerStage(row.career_stage) if row.career_stage else None,
        fixed_commitments=row.fixed_commitments,
    )
