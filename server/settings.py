"""What may be configured, with its default and meaning: the one place to look.

Every setting may stand in a file (`settings_file`) under its name, and in an environment variable,
`SYNCLINE_` and its name in capitals (the database's is SYNCLINE_DATABASE_URL). Options of the
command line win over the environment, the environment wins over the file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from server.errors import BadSetting

MAX_BODY_BYTES = 25 * 1024 * 1024
"""Longer requests are refused; the largest job page seen is under 5 MB."""

LOG_LEVELS = ("debug", "info", "warning", "error")

SHORTEST_PASSWORD = 12
"""Characters a password has at least."""

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""Host names a browser on this machine may call the service by."""

_PREFIX = "SYNCLINE_"
_OTHERS = ("CONFIG", "CHROMIUM", "SHARED", "EXAMPLES")
"""What else is read from the environment: the file, the browser, and by benchmarks and tests."""


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
            BadSetting: a value is not of its setting's kind, or there is no such setting.
        """
        _check_names(environment)
        found = {
            one.name: _read(one.name, environment[_variable(one.name)])
            for one in fields(cls)
            if environment.get(_variable(one.name))
        }
        given = {name: value for name, value in options.items() if value is not None}
        for name, value in given.items():
            if wrong := why_refused(name, value):
                raise BadSetting(wrong, where=name)
        return replace(cls(), **{**(file or {}), **found, **given})


def why_refused(name: str, value: Any) -> str | None:
    """Return what is wrong with a value of its setting's kind, or None."""
    if name == "port" and not 0 <= value <= 65535:
        return f"must lie between 0 and 65535, not {value}"
    if name == "log_level" and value not in LOG_LEVELS:
        return f"must be one of {', '.join(LOG_LEVELS)}, not {value!r}"
    if name == "password" and 0 < len(value) < SHORTEST_PASSWORD:
        return f"must have at least {SHORTEST_PASSWORD} characters"
    return None


def suggestion(name: str, known: Iterable[str], prefix: str = "") -> str:
    """Return what to do about a name that is not known: the nearest one, else all."""
    all_known = list(known)
    near = difflib.get_close_matches(name, all_known, 1)
    if near:
        return f"Perhaps {prefix}{near[0]}"
    return f"There are {', '.join(prefix + one for one in all_known)}"


def _check_names(environment: Mapping[str, str]) -> None:
    known = [_variable(one.name).removeprefix(_PREFIX) for one in fields(Settings)] + [*_OTHERS]
    for variable, value in environment.items():
        name = variable.removeprefix(_PREFIX)
        if name != variable and value and name not in known:
            todo = suggestion(name, known, _PREFIX)
            raise BadSetting("there is no such setting", where=variable, todo=todo)


def _variable(name: str) -> str:
    return f"{_PREFIX}DATABASE_URL" if name == "database" else f"{_PREFIX}{name.upper()}"


def _read(name: str, text: str) -> object:
    where = _variable(name)
    value = _parsed(name, text, where)
    if wrong := why_refused(name, value):
        raise BadSetting(wrong, where=where)
    return value


def _parsed(name: str, text: str, where: str) -> object:
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
