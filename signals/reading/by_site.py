"""Reads a posting from the places that a board's record names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from lxml import etree
from lxml.cssselect import CSSSelector

from signals.reading.rendering import render
from signals.sites import PostingParts

_LEAST = 200
"""Characters below which a description is not the ad: a board shows parts of it elsewhere too."""


@dataclass(frozen=True, slots=True)
class FoundParts:
    """What stood where the record says; None where nothing did."""

    description: str
    title: str | None
    company: str | None
    location: str | None


def find(tree: etree._Element, parts: PostingParts) -> FoundParts | None:
    """Return the parts of a posting, or None where the description is not found: markup changes."""
    description = _joined(tree, parts.description)
    if len(description) < _LEAST:
        return None
    return FoundParts(
        description,
        title=_first(tree, parts.title),
        company=_first(tree, parts.company),
        location=_first(tree, parts.location),
    )


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def _all(tree: etree._Element, selector: str) -> list[etree._Element]:
    return cast("list[etree._Element]", _compiled(selector)(tree))  # a selector finds elements only


def _joined(tree: etree._Element, selectors: Iterable[str]) -> str:
    """The text of everything found, outermost elements only, in the order of the selectors."""
    found: dict[etree._Element, None] = {}
    for selector in selectors:
        for element in _all(tree, selector):
            if element not in found and not any(one in found for one in element.iterancestors()):
                found[element] = None
    return "\n\n".join(text for text in map(render, found) if text)


def _first(tree: etree._Element, selectors: Iterable[str]) -> str | None:
    for selector in selectors:
        for element in _all(tree, selector):
            text = " ".join(render(element).removeprefix("- ").split())
            if text:
                return text
    return None
