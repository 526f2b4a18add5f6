"""Finds the part of a page that holds the ad, where no JSON-LD says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree

from signals.reading.rendering import SKIPPED, render

_JUNK_TAGS = SKIPPED | {"nav", "footer", "aside", "dialog"}
_JUNK_NAMES = re.compile(
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
_BLOCKS = frozenset({"ul", "ol", "div", "section", "table"})
_DEEPEST = 200
"""Elements around another that are looked at. Pages nest a few dozen deep; one that nests thousands
may be read less well, but not for long."""

_LARGEST_JUNK = 0.5
"""An element with more of the page's text than this is no junk, whatever its name says."""


@dataclass(frozen=True, slots=True)
class MainContent:
    """An element, and what in it is not rendered with it."""

    element: etree._Element
    left_out: frozenset[etree._Element]

    @property
    def text(self) -> str:
        """Its readable text."""
        return render(self.element, self.left_out)


@dataclass(slots=True)
class _Amount:
    """How much an element holds: characters of text, those of them in links, and links."""

    text: int = 0
    linked: int = 0
    links: int = 0


_Amounts = dict[etree._Element, _Amount]


def find(body: etree._Element) -> MainContent:
    """Return the smallest element that holds most of the ad, and what in it is no part of it.

    That is navigation, footers, banners and blocks that are mostly links. `body` is left as it is.
    """
    amounts = _amounts(body)
    left_out: set[etree._Element] = set()
    for element in _junk(body, amounts):
        _leave_out(element, amounts, left_out)
    for element in _link_lists(body, amounts):
        _leave_out(element, amounts, left_out)
    return MainContent(_smallest(body, amounts), frozenset(left_out))


def _junk(body: etree._Element, amounts: _Amounts) -> list[etree._Element]:
    largest = _LARGEST_JUNK * amounts[body].text
    return [
        element
        for element, amount in amounts.items()
        if 0 < amount.text < largest and element is not body and _is_junk(element)
    ]


def _link_lists(body: etree._Element, amounts: _Amounts) -> list[etree._Element]:
    return [
        element
        for element, amount in amounts.items()
        if amount.links >= _LEAST_LINKS
        and amount.linked > _LINK_LIST * amount.text
        and element.tag in _BLOCKS
        and element is not body
    ]


def _smallest(body: etree._Element, amounts: _Amounts) -> etree._Element:
    def plain(element: etree._Element) -> int:
        return amounts[element].text - amounts[element].linked

    element = body
    while True:
        children = [child for child in element if child in amounts]
        best = max(children, key=plain, default=None)
        if best is None or plain(best) < max(_MOST_OF_IT * plain(element), _LEAST_TEXT):
            return element
        element = best


def _is_junk(element: etree._Element) -> bool:
    if element.tag in _JUNK_TAGS or element.get("hidden") is not None:
        return True
    if element.get("role") in ("navigation", "dialog", "contentinfo", "alertdialog"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and _are_junk(names[:400])


@lru_cache(maxsize=4096)
def _are_junk(names: str) -> bool:
    """Whether class names or an id tell of no part of an ad; a page repeats few of them often."""
    return _JUNK_NAMES.search(names) is not None


def _amounts(body: etree._Element) -> _Amounts:
    """The amounts of every element, worked out from the leaves up in one pass."""
    amounts: _Amounts = {element: _Amount() for element in body.iter(etree.Element)}
    for element, amount in reversed(amounts.items()):  # children come before their parents
        if element.tag in SKIPPED:
            amount.text = amount.linked = amount.links = 0
        else:
            if text := element.text:
                amount.text += len(text.strip())
            if element.tag == "a":
                amount.linked, amount.links = amount.text, 1
        parent = None if element is body else element.getparent()
        if parent is not None:
            above = amounts[parent]
            above.text += amount.text
            if tail := element.tail:
                above.text += len(tail.strip())
            above.linked += amount.linked
            above.links += amount.links
    return amounts


def _leave_out(element: etree._Element, amounts: _Amounts, left_out: set[etree._Element]) -> None:
    """Leave `element` out, but not the text behind it, and subtract what it holds."""
    above = list(islice(element.iterancestors(), _DEEPEST))
    if not left_out.isdisjoint(above):
        return
    gone = amounts[element]
    for one in above:
        if (amount := amounts.get(one)) is not None:
            amount.text -= gone.text
            amount.linked -= gone.linked
            amount.links -= gone.links
    amounts[element] = _Amount()
    left_out.add(element)
