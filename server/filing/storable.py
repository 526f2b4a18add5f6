"""Text as every database takes it."""

from __future__ import annotations


def storable(text: str, longest: int) -> str:
    """Return a text without what a database refuses, and no longer than its column.

    PostgreSQL takes no NUL, and no UTF-8 holds half a surrogate pair.
    """
    whole = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    return whole[:longest]


def storable_or_none(text: str | None, longest: int) -> str | None:
    """Return the same of a text that may be missing; nothing for an empty one."""
    return storable(text, longest) or None if text else None
