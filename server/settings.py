"""What may be configured, with its default and meaning: the one place to look.

Every setting may stand in a file (`settings_file`) under its name, and in an environment variable,
`SYNCLINE_` and its name in capitals (the database's is SYNCLINE_DATABASE_URL). Options of the
command line win over the environment, the environment wins over the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from server.errors import BadSetting

MAX_BODY_BYTES = 25 * 1024 * 1024
"""Longer requests are refused; the largest job page seen is under 5 MB."""

LOG_LEVELS = ("debug", "info", "warning", "error")

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""Host names a browser on this machine may call the service by."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one service runs.

    Attributes:
        host: address to listen on; the default is reachable from this machine only.
        port: port to listen on, 0 for any free one.
        data: folder for the database and the secret of the pages' forms.
        database: SQLAlchemy URL; by default the SQLite file `syncline.db` in `data`.
        allow_private: whether pages on private networks may be fetched; for tests and intranets.
        allowed_hosts: further host names that requests may name, for a service behind a proxy.
        allowed_origins: further origins whose pages may pair and use the API, beside extensions.
        password: what pages ask for; needed where others can reach the service.
        log_level: what is logged: debug, info, warning or error.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    data: Path = field(default_factory=lambda: user_data_path("syncline", appauthor=False))
    database: str = ""
    allow_private: bool = False
    allowed_hosts: tuple[str, ...] = ()
    allowed_origins: tuple[str, ...] = ()
    password: str = field(default="", repr=False)
    log_level: str = "info"

    @property
    def database_url(self) -> str:
        """The database's SQLAlchemy URL."""
        return self.database or f"sqlite:///{self.data / 'syncline.db'}"

    @classmethod
    def read(
        cls, environment: Mapping[str, str], file: Mapping[str, Any] | None = None, **options: Any
    ) -> Settings:
        """Return the settings of a file's values, an environment, and `options` that are not None.

        Raises:
            BadSetting: a value is not of its setting's kind.
        """
        found = {
            one.name: _parsed(one.name, environment[_variable(one.name)])
            for one in fields(cls)
            if environment.get(_variable(one.name))
        }
        given = {name: value for name, value in options.items() if value is not None}
        settings = replace(cls(), **{**(file or {}), **found, **given})
        if not 0 <= settings.port <= 65535:
            raise BadSetting(f"must lie between 0 and 65535, not {settings.port}", where="port")
        if settings.log_level not in LOG_LEVELS:
            what = f"must be one of {', '.join(LOG_LEVELS)}, not {settings.log_level!r}"
            raise BadSetting(what, where="log_level")
        return settings


def _variable(name: str) -> str:
    return "SYNCLINE_DATABASE_URL" if name == "database" else f"SYNCLINE_{name.upper()}"


def _parsed(name: str, text: str) -> object:
    where = _variable(name)
    if name == "port":
        if not text.isdecimal():
            raise BadSetting(f"must be a whole number, not {text!r}", where=where)
        return int(text)
    if name == "data":
        return Path(text).expanduser()
    if name == "allow_private":
        if text.lower() not in ("1", "0", "true", "false", "yes", "no"):
            raise BadSetting(f"must be yes or no, not {text!r}", where=where)
        return text.lower() in ("1", "true", "yes")
    if name in ("allowed_hosts", "allowed_origins"):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text
