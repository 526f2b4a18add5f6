"""Where companies publish their handbooks: the data of candidates.toml, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scraper.handbook.model import HandbookHost
from scraper.handbook.words import Words

_FILE = Path(__file__).with_name("candidates.toml")


@dataclass(frozen=True, slots=True)
class Probe:
    """An address, or a repository's name, that is worth a try; `share` of handbooks are there."""

    address: str
    share: float


@dataclass(frozen=True, slots=True)
class Places:
    """The usual places; each is explained in candidates.toml."""

    early: float
    most_visits: int
    probes: tuple[Probe, ...]
    repositories: tuple[Probe, ...]
    repository_names: Words
    link_texts: Words
    link_addresses: Words
    link_own: Words
    link_not: Words
    sitemap_names: tuple[Words, ...]
    sitemap_not: Words
    most_sitemap_candidates: int
    listing_texts: Words
    listing_addresses: Words
    most_listings: int
    communication: Words
    most_communication: int
    hosts: Mapping[HandbookHost, tuple[str, ...]]
    shared_hosts: tuple[str, ...]
    handbook_hosts: tuple[str, ...]
    documents: tuple[str, ...]
    most_links: int


@cache
def places() -> Places:
    """Return the usual places of candidates.toml, what pays most first."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    links, listings, sitemaps = data["links"], data["listings"], data["sitemaps"]
    return Places(
        early=data["early"],
        most_visits=data["most_visits"],
        probes=_by_yield(data["probe"], "address"),
        repositories=_by_yield(data["repository"], "name"),
        repository_names=Words([data["repositories"]["names"]]),
        link_texts=Words([links["texts"]]),
        link_addresses=Words([links["addresses"]]),
        link_own=Words([links["own"]]),
        link_not=Words([links["not"]]),
        sitemap_names=tuple(Words([name]) for name in sitemaps["names"]),
        sitemap_not=Words([sitemaps["not"]]),
        most_sitemap_candidates=sitemaps["most_candidates"],
        listing_texts=Words([listings["texts"]]),
        listing_addresses=Words([listings["addresses"]]),
        most_listings=listings["most"],
        communication=Words([data["communication"]["texts"]]),
        most_communication=data["communication"]["most"],
        hosts={HandbookHost(kind): tuple(names) for kind, names in data["hosts"].items()},
        shared_hosts=tuple(data["shared_hosts"]["names"]),
        documents=tuple(data["documents"]["kinds"]),
        most_links=links["most"],
        handbook_hosts=tuple(data["handbook_hosts"]["beginnings"]),
    )


def _by_yield(records: list[dict[str, str | float]], key: str) -> tuple[Probe, ...]:
    made = (Probe(str(record[key]), float(record["yield"])) for record in records)
    return tuple(sorted(made, key=lambda probe: -probe.share))
