"""INSERT … ON CONFLICT, which SQLite and PostgreSQL share but SQLAlchemy keeps by dialect."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from server.store.schema import Base

Insert = sqlite.Insert | postgresql.Insert


def insert_into(session: Session, table: type[Base]) -> Insert:
    """Return an INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def upsert(session: Session, table: type[Base], values: dict[str, Any]) -> None:
    """Store one row in place of an earlier one with the same primary key."""
    keys = [column.name for column in table.__table__.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    statement = insert_into(session, table).values(**values)
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=others))
