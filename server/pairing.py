"""Pairing: a browser's extension shows a code from our page, and gets a token of its own.

A code lives ten minutes, works once, and is gone after five wrong tries; there is one at a time, so
guesses cannot be spread. A token is 256 random bits; what is stored of it is a hash.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from datetime import UTC, datetime, timedelta

from server.errors import StoreError, WrongCode
from server.store import Store
from server.store.pairings import (
    Pairing,
    add_pairing,
    delete_pairing,
    drop_code,
    find_pairing,
    has_origin,
    list_pairings,
    put_code,
    take_try,
    touch_pairing,
)

__all__ = [
    "CODE_LIFETIME",
    "Pairing",
    "by_token",
    "is_paired_origin",
    "list_pairings",
    "make_code",
    "redeem",
    "revoke",
]

LOG = logging.getLogger("syncline")

CODE_LIFETIME = timedelta(minutes=10)
TRIES = 5

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No letter is taken for a digit, or a digit for a letter."""
_LENGTH = 8
_LONGEST_NAME = 100
_SEEN_EVERY = timedelta(minutes=1)

revoke = delete_pairing


def make_code(store: Store, *, now: datetime | None = None) -> str:
    """Return a new code, such as "7KQM-29XC"; the one before is void.

    Raises:
        StoreError: the database cannot be used.
    """
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    put_code(store, _digest(letters), (now or datetime.now(UTC)) + CODE_LIFETIME, TRIES)
    return f"{letters[:4]}-{letters[4:]}"


def redeem(
    store: Store, code: str, name: str, origin: str | None = None, *, now: datetime | None = None
) -> str:
    """Return a new token for the extension `name` at `origin`, where the code is right.

    Raises:
        WrongCode: the code is wrong, too old, used before, or was tried too often.
        StoreError: the database cannot be used; the code may be used up.
    """
    now = now or datetime.now(UTC)
    letters = "".join(letter for letter in code.upper() if letter in _LETTERS)
    given = _digest(letters)
    held = take_try(store, now)  # counted before it is looked at: no two tries at once are free
    if held is None or not hmac.compare_digest(held, given) or not drop_code(store, held):
        todo = "Load the page Connect again for a new one"
        raise WrongCode("the code is wrong, too old or was used before", todo=todo)
    token = secrets.token_urlsafe(32)
    shown = " ".join(name.split())[:_LONGEST_NAME] or "A browser"
    add_pairing(store, _digest(token), shown, origin, now)
    return token


def by_token(
    store: Store, token: str, origin: str | None = None, *, now: datetime | None = None
) -> Pairing | None:
    """Return the pairing that a token is of; None for another extension's origin.

    Raises:
        StoreError: the database cannot be used.
    """
    found = find_pairing(store, _digest(token))
    if found is None or (origin is not None and origin != found.origin):
        return None
    now = now or datetime.now(UTC)
    if found.last_used is None or now - found.last_used >= _SEEN_EVERY:
        _note_use(store, found, now)
    return found


def _note_use(store: Store, used: Pairing, now: datetime) -> None:
    try:
        touch_pairing(store, used.id, now)
    except StoreError as error:  # what was asked may still be answered
        LOG.warning("the use of a pairing was not noted: %s", error)


def is_paired_origin(store: Store, origin: str) -> bool:
    """Whether an extension of that origin is paired.

    Raises:
        StoreError: the database cannot be used.
    """
    return has_origin(store, origin)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
