"""Settings in a file, for a service that runs by itself.

`syncline.toml` in the user's configuration folder (~/.config/syncline on Linux), or the file that
SYNCLINE_CONFIG names:

    port = 9000
    allowed_hosts = ["jobs.example"]
    log_level = "warning"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from server.errors import BadSetting
from server.settings import Settings, suggestion, why_refused

_KINDS = {"int": "a whole number", "bool": "true or false", "str": "a text in quotes"}
_LIST = "a list of texts"


def file_of(environment: Mapping[str, str]) -> Path:
    """Return where the file is, if there is one."""
    named = environment.get("SYNCLINE_CONFIG")
    if named:
        return Path(named).expanduser()
    return user_config_path("syncline", appauthor=False) / "syncline.toml"


def read_file(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of the settings file; none where there is no file at the usual place.

    Raises:
        BadSetting: the file cannot be read, or a value is not of its setting's kind.
    """
    path = file_of(environment)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if not environment.get("SYNCLINE_CONFIG"):
            return {}
        raise BadSetting("there is no such file", where=str(path)) from error
    except OSError as error:
        raise BadSetting(f"cannot be read: {error.strerror}", where=str(path)) from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise BadSetting(f"is no TOML: {error}", where=str(path)) from error
    return {name: _checked(name, value, path) for name, value in content.items()}


def _checked(name: str, value: object, path: Path) -> object:
    defaults = Settings()
    known = [one.name for one in fields(Settings)]
    if name not in known:
        what = f"there is no setting {name!r}"
        raise BadSetting(what, where=str(path), todo=suggestion(name, known))
    default = getattr(defaults, name)
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise BadSetting(f"{name} must be {_LIST}, not {value!r}", where=str(path))
    wanted = str if isinstance(default, Path) else type(default)
    if type(value) is not wanted:
        what = f"{name} must be {_KINDS[wanted.__name__]}, not {value!r}"
        raise BadSetting(what, where=str(path))
    if wrong := why_refused(name, value):
        raise BadSetting(f"{name} {wrong}", where=str(path))
    return Path(str(value)).expanduser() if isinstance(default, Path) else value
