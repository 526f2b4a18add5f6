"""What the service may say no with.

ServiceError(SynclineError)   the service cannot do it
├── BadSetting                a setting is not usable
├── CannotListen              the port is taken, or the address is not this machine's
├── StoreError                the database cannot be used
│   ├── StoreBusy             another program holds its lock
│   ├── StoreDamaged          the file is no database, or a broken one
│   └── StoreTooNew           a newer Syncline made it
├── BadRequest                the request does not say what to analyse
├── NotPaired                 the caller must be paired or signed in
├── WrongCode                 a pairing code is not, or no longer, right
└── NoSuchAnalysis            nothing is stored under that id
"""

from __future__ import annotations

from signals.errors import SynclineError


class ServiceError(SynclineError):
    """The service cannot do it."""


class BadSetting(ServiceError):
    """A setting is not usable; `where` names it."""


class CannotListen(ServiceError):
    """The port is taken, or the address is not this machine's."""


class StoreError(ServiceError):
    """The database cannot be used; `where` is its place."""


class StoreBusy(StoreError):
    """Another program holds the database's lock."""


class StoreDamaged(StoreError):
    """The file is no database, or a broken one."""


class StoreTooNew(StoreError):
    """A newer Syncline made the database."""


class BadRequest(ServiceError):
    """The request does not say what to analyse."""


class NotPaired(ServiceError):
    """The caller must be paired or signed in first."""

    kind = "not_paired"


class WrongCode(ServiceError):
    """A pairing code is wrong, too old, or was used before."""

    kind = "pairing_code"


class NoSuchAnalysis(ServiceError):
    """Nothing is stored under that id."""
