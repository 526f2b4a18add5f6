"""Finds the words for time zones in a sentence, and says which zones they mean."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import re2

from signals.errors import BadRule
from signals.hours import clock

_FILE = Path(__file__).parent / "zones.toml"
_OFFSET = re2.compile(
    r"(?i)(?:\b|\d)(?:utc|gmt) ?\(?([+-]) ?(\d{1,2})(?::?([0-5]\d))?(?:\b|to\b|(?-i:[A-Z]))"
    r"|\btime ?zones? ?\(?([+-]) ?(\d{1,2})(?::?([0-5]\d))?\b"
)
_ZULU = re2.compile(r"\b(?:[01]\d|2[0-3]):?[0-5]\d ?(Z)\b")
_SHIFT = re2.compile(r"^([+-]\d{1,2})(?:[^\d:.]|[.:]?$)")
"""Hours right behind letters, in "CET-1 to CET+3"."""
_LISTED = (
    r"(?i)\b({0})(?:,? (?:or|and|to|through) |[,/&] ?| ?- ?)"
    r"(?:eastern|central|mountain|pacific)\b"
)
_FARTHEST = 14
"""Hours ahead of UTC of the easternmost zone (Kiribati)."""


@dataclass(frozen=True, slots=True)
class ZoneWord:
    """A word for a zone or a region, where it stands in the sentence, and what it means.

    `zones` are the candidates, from west to east where `is_region`; more than one for a word that
    is no region means that nothing near it says which. `shift` is the 3 of "CET+3".
    """

    start: int
    end: int
    zones: tuple[str, ...]
    is_region: bool = False
    shift: float = 0.0

    @property
    def is_ambiguous(self) -> bool:
        """Whether the word has several meanings and nothing settles it."""
        return len(self.zones) > 1 and not self.is_region

    @property
    def is_offset(self) -> bool:
        """Whether it is told in hours ahead of UTC: "UTC+3", "GMT"."""
        return len(self.zones) == 1 and self.zones[0].startswith("UTC")

    @property
    def west(self) -> float:
        """Hours ahead of UTC of its western end."""
        return min(map(clock.standard_offset, self.zones)) / 60 + self.shift

    @property
    def east(self) -> float:
        """Hours ahead of UTC of its eastern end."""
        return max(map(clock.standard_offset, self.zones)) / 60 + self.shift


@dataclass(frozen=True)
class _Entry:
    named: re2._Regexp[str]
    in_company: tuple[re2._Regexp[str], ...]  # the name is what their first group catches
    zones: tuple[str, ...]
    near: tuple[re2._Regexp[str], ...]
    is_region: bool
    usual: str | None  # what is meant where nothing hints at another meaning


@cache
def _records() -> dict[str, list[dict[str, Any]]]:
    """The records of zones.toml, those of zones and those of regions."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _entries() -> tuple[_Entry, ...]:
    records = _records()
    return tuple(map(_entry, (*records["zone"], *records["region"])))


@cache
def _all_entries() -> re2.Set:
    """Tells in one pass which of the entries a sentence names; it seldom names more than two."""
    found = re2.Set.SearchSet()
    for entry in _entries():
        forms = (entry.named, *entry.in_company)
        found.Add("|".join(f"(?:{form.pattern})" for form in forms))
    found.Compile()
    return found


def _entry(record: dict[str, object]) -> _Entry:
    capital, words = _strings(record, "capital"), _strings(record, "words")
    forms = [rf"\b(?:{_any_of(capital)})\b"] if capital else []
    forms += [rf"(?i:\b(?:{_any_of(words)})\b)"] if words else []
    in_company = _behind_clock(_any_of(capital)) if capital else ()
    if listed := _strings(record, "listed"):
        in_company += (re2.compile(_LISTED.format(_any_of(listed))),)
    meanings = record.get("meanings", [])
    if not isinstance(meanings, list):
        raise BadRule("meanings must be a list", where=_FILE.name)
    names = [one["zone"] for one in meanings] or [record.get("zone")]
    if "west" in record:
        names = [record["west"], record["east"]]
    return _Entry(
        named=re2.compile("|".join(forms)),
        in_company=in_company,
        zones=tuple(map(str, names)),
        near=tuple(re2.compile("(?i)" + one["near"]) for one in meanings),
        is_region="west" in record,
        usual=str(record["zone"]) if meanings and "zone" in record else None,
    )


def _behind_clock(abbreviations: str) -> tuple[re2._Regexp[str], ...]:
    """Patterns of abbreviations right behind an hour, after am or pm also in small letters."""
    return (
        re2.compile(rf"(?i)\d ?[ap]\.?m\.? ?\(?({abbreviations})\b"),
        re2.compile(rf"\d({abbreviations})\b"),
    )


@cache
def _names() -> dict[str, str]:
    meanings = [one for record in _records()["zone"] for one in record.get("meanings", [record])]
    return {one["zone"]: one["name"] for one in meanings if "name" in one}


def name_of(zone: str) -> str:
    """Return what people call a zone: `US Eastern`, `Sydney`, `UTC+5:30`."""
    if zone.startswith("UTC+00:00") or zone.startswith("UTC-00:00"):
        return "UTC"
    if zone.startswith("UTC"):
        return re2.sub(r"([+-])0", r"\1", zone.removesuffix(":00"))
    return _names().get(zone) or zone.split("/")[-1].replace("_", " ")


def _strings(record: dict[str, object], key: str) -> list[str]:
    found = record.get(key, [])
    return [str(one) for one in found] if isinstance(found, list) else []


def _any_of(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re2.escape(word) for word in ordered)


def find(sentence: str, contexts: Sequence[str]) -> list[ZoneWord]:
    """Return the words for zones in a folded sentence, in order, the longest where two overlap.

    `contexts` may settle an ambiguous abbreviation, the most telling first: the ad's location, the
    sentence, the whole ad, all folded.
    """
    found = [*_offsets(sentence), *_zulu(sentence), *_named(sentence, contexts)]
    kept: list[ZoneWord] = []
    for word in sorted(found, key=lambda one: (one.start - one.end, one.is_region, one.start)):
        if not any(word.start < other.end and other.start < word.end for other in kept):
            kept.append(word)
    return sorted(kept, key=lambda one: one.start)


def _offsets(sentence: str) -> Iterator[ZoneWord]:
    for match in _OFFSET.finditer(sentence):
        sign, hours, minutes = (match.group(g) or match.group(g + 3) for g in (1, 2, 3))
        ahead = int(hours) + int(minutes or 0) / 60
        if ahead <= _FARTHEST:
            zone = clock.fixed_zone(-ahead if sign == "-" else ahead)
            end = max(match.end(group) for group in range(1, 7))
            start = match.start() + sentence[match.start()].isdigit()  # "17.30GMT+1"
            yield ZoneWord(start, end, (zone,))


def _zulu(sentence: str) -> Iterator[ZoneWord]:
    """UTC as pilots write it, a Z right behind the hour: "1300-2100Z"."""
    for match in _ZULU.finditer(sentence):
        yield ZoneWord(*match.span(1), ("UTC",))


def _named(sentence: str, contexts: Sequence[str]) -> Iterator[ZoneWord]:
    for number in sorted(_all_entries().Match(sentence) or ()):
        entry = _entries()[number]
        places = [match.span() for match in entry.named.finditer(sentence)]
        for pattern in entry.in_company:
            places += [match.span(1) for match in pattern.finditer(sentence)]
        for start, end in places:
            shift = _SHIFT.search(sentence[end:]) if sentence[start:end].isupper() else None
            ahead = float(shift.group(1)) if shift else 0.0
            end += shift.end(1) if shift else 0
            yield ZoneWord(start, end, _meant(entry, contexts), entry.is_region, ahead)


def _meant(entry: _Entry, contexts: Sequence[str]) -> tuple[str, ...]:
    """The zone that the first telling context hints at; the usual or all where none does.

    A word with a usual meaning has another only by the place and the sentence, not by the whole ad.
    """
    meanings = list(zip(entry.zones, entry.near, strict=False))  # most words have but one meaning
    if entry.usual:
        contexts = contexts[:-1]
    for context in contexts if meanings else ():
        hinted = [zone for zone, near in meanings if near.search(context)]
        if len(hinted) == 1:
            return tuple(hinted)
    return (entry.usual,) if entry.usual else entry.zones
