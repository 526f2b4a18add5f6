"""Keeps the pairing code in use and the paired extensions; of secrets only their hashes."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, delete, exists, insert, select, update

from server.store.database import Store
from server.store.schema import PairingCodeRow, PairingRow
from server.store.upserting import upsert

_LONGEST_ORIGIN = 200
_ONLY = 1


@dataclass(frozen=True, slots=True)
class Pairing:
    """One paired extension; `origin` is None where no browser asked."""

    id: str
    name: str
    origin: str | None
    created_at: datetime
    last_used: datetime | None


def put_code(store: Store, digest: str, expires_at: datetime, tries: int) -> None:
    """Store a code in place of any earlier one.

    Raises:
        StoreError: the database cannot be used.
    """
    values = {"digest": digest, "expires_at": expires_at, "tries_left": tries}
    with store.transaction() as connection:
        upsert(connection, PairingCodeRow, {"id": _ONLY, **values})


def take_try(store: Store, now: datetime) -> str | None:
    """Count one try and return the hash of the code in use; None where none is left to try.

    Raises:
        StoreError: the database cannot be used.
    """
    usable = (PairingCodeRow.tries_left > 0) & (PairingCodeRow.expires_at > now)
    with store.transaction() as connection:
        return connection.scalar(
            update(PairingCodeRow)
            .where(usable)
            .values(tries_left=PairingCodeRow.tries_left - 1)
            .returning(PairingCodeRow.digest)
        )


def drop_code(store: Store, digest: str) -> bool:
    """Delete a code; says whether it was still there.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        gone = connection.execute(
            delete(PairingCodeRow)
            .where(PairingCodeRow.digest == digest)
            .returning(PairingCodeRow.id)
        ).first()
    return gone is not None


def add_pairing(store: Store, digest: str, name: str, origin: str | None, now: datetime) -> None:
    """Store an extension by the hash of its token.

    Raises:
        StoreError: the database cannot be used.
    """
    statement = insert(PairingRow).values(
        id=uuid.uuid4().hex,
        digest=digest,
        name=name,
        origin=origin[:_LONGEST_ORIGIN] if origin else None,
        created_at=now,
    )
    with store.transaction() as connection:
        connection.execute(statement)


def find_pairing(store: Store, digest: str) -> Pairing | None:
    """Return the pairing whose token has this hash.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        row = connection.execute(select(PairingRow).where(PairingRow.digest == digest)).first()
    return _pairing(row) if row else None


def has_origin(store: Store, origin: str) -> bool:
    """Whether an extension of that origin is paired.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        return bool(connection.scalar(select(exists().where(PairingRow.origin == origin))))


def touch_pairing(store: Store, id_: str, now: datetime) -> None:
    """Note that a pairing was used.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        connection.execute(update(PairingRow).where(PairingRow.id == id_).values(last_used=now))


def list_pairings(store: Store) -> Sequence[Pairing]:
    """Return all pairings, the newest first.

    Raises:
        StoreError: the database cannot be used.
    """
    query = select(PairingRow).order_by(PairingRow.created_at.desc(), PairingRow.id)
    with store.transaction() as connection:
        return [_pairing(row) for row in connection.execute(query)]


def delete_pairing(store: Store, id_: str) -> None:
    """Forget a pairing: its token is void from now on; one that is gone already is no fault.

    Raises:
        StoreError: the database cannot be used.
    """
    with store.transaction() as connection:
        connection.execute(delete(PairingRow).where(PairingRow.id == id_))


def _pairing(row: Row[Any]) -> Pairing:
    return Pairing(
        row.id,
        row.name,
        row.origin,
        _utc(row.created_at),
        _utc(row.last_used) if row.last_used else None,
    )


def _utc(moment: datetime) -> datetime:
    """SQLite forgets the zone of what it stores; all of it is UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
