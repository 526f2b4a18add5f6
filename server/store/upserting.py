"""INSERT … ON CONFLICT, which SQLite and PostgreSQL share but SQLAlchemy keeps by dialect."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from server.store.schema import Base

Insert = sqlite.Insert | postgresql.Insert


def insert_into(session: Session, table: type[Base]) -> Insert:
    """Return an INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`.

    Into the table itself: no objects are made of these rows. Given to `execute` beside it, values
    leave the statement the same each time, so that it is compiled once.
    """
    into = cast("Table", table.__table__)
    is_postgresql = session.get_bind().dialect.name == "postgresql"
    return postgresql.insert(into) if is_postgresql else sqlite.insert(into)


def upsert(session: Session, table: type[Base], values: dict[str, Any]) -> None:
    """Store one row in place of an earlier one with the same primary key."""
    keys = [column.name for column in table.__table__.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    statement = insert_into(session, table).values(**values)
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=others))
