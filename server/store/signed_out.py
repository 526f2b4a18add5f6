"""Which sessions were signed out, for as long as a copy of their cookie would be believed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, exists, select

from server.store.database import Store
from server.store.schema import SignedOutRow
from server.store.upserting import upsert


def sign_out(store: Store, digest: str, until: datetime) -> None:
    """Note that the session with this hash has ended.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        upsert(connection, SignedOutRow, {"digest": digest, "until": until})


def is_signed_out(store: Store, digest: str) -> bool:
    """Whether the session with this hash has ended.

    Raises:
        StoreError: the database cannot be used.
    """
    query = select(exists().where(SignedOutRow.digest == digest))
    with store.transaction() as connection:
        return bool(connection.scalar(query))


def forget_signed_out(store: Store, now: datetime) -> None:
    """Forget sessions whose cookies are believed no longer anyway.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        connection.execute(delete(SignedOutRow).where(SignedOutRow.until < now))
