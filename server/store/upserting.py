"""INSERT … ON CONFLICT, which SQLite and PostgreSQL share but SQLAlchemy keeps by dialect."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from server.store.schema import Base

Insert = sqlite.Insert | postgresql.Insert


def insert_into(connection: Connection, table: type[Base]) -> Insert:
    """Return an INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`.

    Given to `execute` beside it, values leave the statement the same each time, so that it is
    compiled once.
    """
    return insertion(connection.dialect.name, table)


@cache
def insertion(dialect: str, table: type[Base]) -> Insert:
    """Return the INSERT of a dialect into a table itself: no objects are made of these rows."""
    into = cast("Table", table.__table__)
    return postgresql.insert(into) if dialect == "postgresql" else sqlite.insert(into)


def upsert(connection: Connection, table: type[Base], values: dict[str, Any]) -> None:
    """Store one row in place of an earlier one with the same primary key."""
    keys = [column.name for column in table.__table__.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    statement = insert_into(connection, table).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others))
