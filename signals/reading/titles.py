"""The job's title, company and place, from what pages say at their head."""

from __future__ import annotations

from dataclasses import dataclass

import re2
from lxml import etree

_LONGEST = 160

_FORMS = tuple(
    re2.compile(form)
    for form in (
        # "Job Application for Tile Engineer at Tern Maps" (Greenhouse)
        r"^Job Application for (?P<title>.+) at (?P<company>[^|]+?)$",
        # "Tern Maps hiring Tile Engineer in Oslo, Norway | LinkedIn"
        r"^(?P<company>.+?) hiring (?P<title>.+?) in (?P<location>.+?) \| LinkedIn$",
        r"^(?P<company>.+?) hiring (?P<title>.+?) \| LinkedIn$",
        # "Tile Engineer - Oslo 0150 - Indeed.com"
        r"^(?P<title>.+?) - (?P<location>[^-|]+) - Indeed(?:\.com)?$",
        # "Tile Engineer | Tern Maps", "Tern Maps - Tile Engineer": which half is the title is told
        # by the page's own heading, see `read_head`
    )
)
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " • ", " @ ", " at ")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says; each part None where it says nothing."""

    title: str | None = None
    company: str | None = None
    location: str | None = None


def read_head(tree: etree._Element) -> Head:
    """Return title, company and location as heading, meta tags and <title> give them."""
    page_title = _clean(tree.findtext(".//title"))
    meta_title = _meta(tree, "og:title") or _meta(tree, "twitter:title")
    for text in (page_title, meta_title):
        for form in _FORMS:
            if text and (match := form.match(text)):
                return Head(
                    **{key: value.strip() for key, value in match.groupdict().items() if value}
                )
    heading = _heading(tree)
    return Head(title=_job_title(heading, page_title, meta_title))


def page_title(tree: etree._Element) -> str:
    """Return the text of <title>, '' where there is none."""
    return _clean(tree.findtext(".//title")) or ""


def _job_title(heading: str | None, page: str | None, meta: str | None) -> str | None:
    """The heading where there is one; else the page's title without the site's name."""
    if heading and (not page or heading.lower() in page.lower() or heading == meta):
        return heading
    if meta and page and meta != page and meta in page:
        return meta
    if heading:
        return heading
    return _without_site(meta or page)


def _without_site(title: str | None) -> str | None:
    if not title:
        return None
    for separator in _SEPARATORS:
        first, found, rest = title.partition(separator)
        if found and first.strip() and rest.strip():
            return first.strip()
    return title


def _heading(tree: etree._Element) -> str | None:
    """The page's one heading of the first rank, else the first one that is no empty shell."""
    for heading in tree.iter("h1"):
        text = _clean(" ".join(heading.itertext(etree.Element)))
        if text and len(text) <= _LONGEST:
            return text
    return None


def _meta(tree: etree._Element, name: str) -> str | None:
    for meta in tree.iter("meta"):
        if name in (meta.get("property"), meta.get("name")):
            return _clean(meta.get("content"))
    return None


def _clean(text: str | None) -> str | None:
    return " ".join(text.split())[:_LONGEST] or None if text else None
