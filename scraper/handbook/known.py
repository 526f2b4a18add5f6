"""Well-known companies, from known.toml: which domain a name stands for, where its handbook was.

A record only says where to look first; what is found there is judged like anything else.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("known.toml")


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """One record of known.toml.

    Attributes:
        name: the company's name; `also` holds others.
        domains: its domains, the main one first.
        handbook: where its handbook was when the record was written, or None.
        is_copied: whether others are known to publish its handbook under their own names.
    """

    name: str
    domains: tuple[str, ...]
    also: tuple[str, ...] = ()
    handbook: str | None = None
    is_copied: bool = False


@cache
def known_companies() -> tuple[KnownCompany, ...]:
    """Return the records of known.toml."""
    records = tomllib.loads(_FILE.read_text(encoding="utf-8"))["company"]
    return tuple(
        KnownCompany(
            name=record["name"],
            domains=tuple(record["domains"]),
            also=tuple(record.get("also", ())),
            handbook=record.get("handbook"),
            is_copied=record.get("is_copied", False),
        )
        for record in records
    )


def domain_of(name: str) -> str | None:
    """Return the domain of the company that is called `name`; None where it is not known."""
    wanted = _key(name)
    for known in known_companies():
        if wanted in map(_key, (known.name, *known.also)):
            return known.domains[0]
    return None


def known_handbook(domain: str) -> str | None:
    """Return where the handbook of the company at `domain` was, or None."""
    for known in known_companies():
        if domain in known.domains:
            return known.handbook
    return None


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
