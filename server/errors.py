"""What the service may say no with.

ServiceError(SynclineError)   the service cannot do it
├── BadSetting                a setting is not usable
├── CannotListen              the port is taken, or the address is not this machine's
├── StoreError                the database cannot be used
│   ├── StoreBusy             another program holds its lock
│   ├── StoreFull             the disk is full
│   ├── StoreReadOnly         the file, or its folder, may not be written to
│   ├── StoreDamaged          the file is no database, or a broken one
│   └── StoreTooNew           a newer Syncline made it
├── ServiceBusy               too much waits already: later, perhaps
├── BadRequest                the request does not say what it wants
├── NotRead                   a page takes too long to read
├── NotPaired                 the caller must be paired or signed in
├── WrongCode                 a pairing code is not, or no longer, right
└── NothingStored             there is nothing of that name
    └── NoSuchAnalysis        no analysis is stored under that id
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


class StoreFull(StoreError):
    """The disk is full."""


class StoreReadOnly(StoreError):
    """The file, or its folder, may not be written to."""


class StoreDamaged(StoreError):
    """The file is no database, or a broken one."""


class StoreTooNew(StoreError):
    """A newer Syncline made the database."""


class ServiceBusy(ServiceError):
    """Too much waits already; later it may go."""


class BadRequest(ServiceError):
    """The request does not say what it wants; `where` names the field."""


class NotRead(ServiceError):
    """A page takes too long to read, or ends the process that reads it."""


class NotPaired(ServiceError):
    """The caller must be paired or signed in first."""

    kind = "not_paired"


class WrongCode(ServiceError):
    """A pairing code is wrong, too old, or was used before."""

    kind = "pairing_code"


class NothingStored(ServiceError):
    """There is nothing of that name."""


class NoSuchAnalysis(NothingStored):
    """No analysis is stored under that id."""
