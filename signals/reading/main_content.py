"""Finds the part of a page that holds the ad, where no JSON-LD says it."""

from __future__ import annotations

from dataclasses import dataclass

import re2
from lxml import etree

from signals.reading.rendering import SKIPPED

_JUNK_TAGS = SKIPPED | {"nav", "footer", "aside", "dialog"}
_JUNK_NAMES = re2.compile(
    r"(?i)(?:^|[-_ ])(?:cookies?|consent|gdpr|nav|navbar|navigation|menu|breadcrumbs?|footer"
    r"|sidebar|related|similar|recommend\w*|share|sharing|social|newsletter|subscribe|modal|popup"
    r"|banner|skip-link|sr-only|visually-hidden|toast|advert\w*|promo|people-also-viewed"
    r"|job-alert)(?:$|[-_ ])"
)
_MOST_OF_IT = 0.72
"""Share of an element's own text that one child must hold for the search to go on inside it."""

_LEAST_TEXT = 200
_LINK_LIST = 0.6
_LEAST_LINKS = 4
_LARGEST_JUNK = 0.5
"""An element with more of the page's text than this is no junk, whatever its name says."""


@dataclass(slots=True)
class _Amount:
    """How much an element holds: characters of text, those of them in links, and links."""

    text: int = 0
    linked: int = 0
    links: int = 0


def prune(body: etree._Element) -> None:
    """Remove from `body`, in place, what is never part of an ad: navigation, footers, banners."""
    amounts = _amounts(body)
    largest = _LARGEST_JUNK * amounts[body].text
    for element, amount in amounts.items():
        skipped = element.tag in SKIPPED
        if element is not body and (skipped or (amount.text < largest and _is_junk(element))):
            _remove(element)


def find(body: etree._Element) -> etree._Element:
    """Return the smallest element that holds most of the text that is not links."""
    amounts = _amounts(body)

    def plain(element: etree._Element) -> int:
        return amounts[element].text - amounts[element].linked

    element = body
    while True:
        children = [child for child in element if child in amounts]
        best = max(children, key=plain, default=None)
        if best is None or plain(best) < max(_MOST_OF_IT * plain(element), _LEAST_TEXT):
            return element
        element = best


def drop_link_lists(body: etree._Element) -> None:
    """Remove blocks that are mostly links, in place: other jobs, categories, share buttons."""
    for element, amount in _amounts(body).items():
        if element is body or element.tag not in ("ul", "ol", "div", "section", "table"):
            continue
        if amount.links >= _LEAST_LINKS and amount.linked > _LINK_LIST * amount.text:
            _remove(element)


def _is_junk(element: etree._Element) -> bool:
    if element.tag in _JUNK_TAGS or element.get("hidden") is not None:
        return True
    if element.get("role") in ("navigation", "dialog", "contentinfo", "alertdialog"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and _JUNK_NAMES.search(names[:400]) is not None


def _amounts(body: etree._Element) -> dict[etree._Element, _Amount]:
    """The amounts of every element, worked out from the leaves up in one pass."""
    amounts: dict[etree._Element, _Amount] = {}
    for _, element in etree.iterwalk(body, events=("end",)):
        if not isinstance(element.tag, str):
            continue
        amount = amounts[element] = _Amount()
        if element.tag in SKIPPED:
            continue
        amount.text = len((element.text or "").strip())
        for child in element:
            amount.text += len((child.tail or "").strip())
            if child in amounts:
                inner = amounts[child]
                amount.text += inner.text
                amount.linked += inner.linked
                amount.links += inner.links
        if element.tag == "a":
            amount.linked, amount.links = amount.text, 1
    return amounts


def _remove(element: etree._Element) -> None:
    """Take `element` out of its parent, leaving the text behind it in place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + " " + element.tail
        else:
            parent.text = (parent.text or "") + " " + element.tail
    parent.remove(element)
