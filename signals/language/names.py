"""The English names of languages, for "not read: Polish"."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "names.toml"


@cache
def _names() -> dict[str, str]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def name_of(code: str) -> str:
    """Return the English name of a language, or its code where it has none here."""
    return _names().get(code, code)
