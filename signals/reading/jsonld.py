"""Finds schema.org JobPosting in a page's JSON-LD, however carelessly it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from signals.reading.characters import unescaped, whole_characters

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class JobPosting:
    """The fields Syncline reads; `description` is HTML or plain text."""

    title: str | None
    company: str | None
    location: str | None
    description: str
    language: str | None
    company_links: tuple[str, ...] = ()


def find(tree: etree._Element) -> tuple[JobPosting, ...]:
    """Return every JobPosting of the page, described or not; broken JSON is passed over."""
    return tuple(
        _posting(thing)
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for thing in _things(_parsed(script.text or ""), _DEEPEST)
        if _is_job_posting(thing)
    )


def _parsed(text: str) -> Any:
    """The JSON value of `text`; None where it is none even after the usual mending."""
    text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)", "", text)
    text = re.sub(r"(?:-->|//\s*\]\]>|/\*\]\]>\*/)\s*$", "", text).strip().rstrip(";")
    for attempt in (text, re.sub(r",(\s*[}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _things(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _things(inner, depth - 1)


def _is_job_posting(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return "JobPosting" in (kinds if isinstance(kinds, list) else [kinds])


def _posting(thing: dict[str, Any]) -> JobPosting:
    return JobPosting(
        title=_text(thing.get("title")) or _text(thing.get("name")),
        company=_name(thing.get("hiringOrganization")),
        location=_location(thing),
        description=_description(thing),
        language=_text(thing.get("inLanguage")),
        company_links=_links(thing.get("hiringOrganization")),
    )


def _description(thing: dict[str, Any]) -> str:
    """The description and the parts that some boards keep beside it."""
    keys = ("description", "responsibilities", "qualifications", "skills", "jobBenefits")
    parts: list[str] = []
    for key in keys:
        value = thing.get(key)
        text = whole_characters(value) if isinstance(value, str) else ""
        if text.strip() and not any(text.strip() in part for part in parts):
            parts.append(text)
    return "\n\n".join(parts)


def _location(thing: dict[str, Any]) -> str | None:
    places = thing.get("jobLocation")
    names = [
        name
        for place in (places if isinstance(places, list) else [places])
        if (name := _place(place))
    ]
    if _text(thing.get("jobLocationType")) == "TELECOMMUTE":
        names.insert(0, "Remote")
    return "; ".join(dict.fromkeys(names)) or None


def _place(place: Any) -> str | None:
    if isinstance(place, str):
        return place.strip() or None
    if not isinstance(place, dict):
        return None
    address = place.get("address", place)
    if isinstance(address, str):
        return address.strip() or None
    if not isinstance(address, dict):
        return None
    keys = ("addressLocality", "addressRegion", "addressCountry")
    return ", ".join(name for key in keys if (name := _name(address.get(key)))) or None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _links(organization: Any) -> tuple[str, ...]:
    """The addresses by which the page says who hires."""
    if not isinstance(organization, dict):
        return ()
    given = [organization.get("sameAs"), organization.get("url")]
    flat = [one for value in given for one in (value if isinstance(value, list) else [value])]
    return tuple(text for one in flat if (text := _text(one)))


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(whole_characters(unescaped(value)).split()) or None
