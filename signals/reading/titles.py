"""The job's title, company and place, from what pages say at their head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_LONGEST = 160
"""Characters of a title that are kept; Python's own engine is quick on so few."""

_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        # "Job Application for Tile Engineer at Tern Maps" (Greenhouse)
        r"^Job Application for (?P<title>.+) at (?P<company>[^|]+?)$",
        # "Tern Maps hiring Tile Engineer in Oslo, Norway | LinkedIn"
        r"^(?P<company>.+?) hiring (?P<title>.+?) in (?P<location>.+?) \| LinkedIn$",
        r"^(?P<company>.+?) hiring (?P<title>.+?) \| LinkedIn$",
        # "Tile Engineer - Oslo 0150 - Indeed.com"
        r"^(?P<title>.+?) - (?P<location>[^-|]+) - Indeed(?:\.com)?$",
        # "Tile Engineer at Tern Maps | Y Combinator"
        r"^(?P<title>.+?) at (?P<company>[^|]+?) \| Y Combinator\b.*$",
        # "tile engineer - Oslo - Job posting - Job Bank" (Canada)
        r"^(?P<title>.+?) - (?P<location>[^-|]+) - Job posting - Job Bank$",
        # "Tile Engineer | Tern Maps", "Tern Maps - Tile Engineer": which half is the title is told
        # by the page's own heading, see `read_head`
    )
)
_SEPARATOR = re.compile(r"(?:^|\s)(?:[|–—•@-]|::|at)(?:\s|$)", re.ASCII)
_GENERAL = re.compile(
    r"(?i)(?:^|\b)(?:careers?|jobs?(?: (?:in|posting|board|openings?|application|search)\b.*)?"
    r"|apply(?: now)?|home|hiring|open (?:positions|roles)|linkedin|indeed(?:\.com)?|glassdoor\S*"
    r"|seek|monster|stepstone|remote ok|we work remotely|remotive|himalayas|wellfound|dice"
    r"|ziprecruiter|job bank|hacker news|remote)\W*$",
    re.ASCII,
)
_LONGEST_COMPANY = 60


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says; each part None where it says nothing.

    `heading` is its first <h1>, whether or not it is the job's title.
    """

    title: str | None = None
    company: str | None = None
    location: str | None = None
    heading: str | None = None


def read_head(tree: etree._Element) -> Head:
    """Return title, company and location as heading, meta tags and <title> give them."""
    page_title = _clean(tree.findtext(".//title"))
    meta_title = _meta(tree, "og:title") or _meta(tree, "twitter:title")
    heading = _heading(tree)
    for text in (page_title, meta_title):
        for form in _FORMS:
            if text and (match := form.match(text)):
                parts = {key: value.strip() for key, value in match.groupdict().items() if value}
                return Head(**parts, heading=heading)
    title = _job_title(heading, page_title, meta_title)
    return Head(title, _company(page_title, title), heading=heading)


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


def _company(page: str | None, title: str | None) -> str | None:
    """The one part of the page's title that is neither the job nor a board nor a general word."""
    if not page or not title:
        return None
    rest = page.replace(title, "")
    parts = [_GENERAL.sub("", part).strip() for part in _SEPARATOR.split(rest)]
    named = [part for part in parts if part]
    return named[0] if len(named) == 1 and len(named[0]) <= _LONGEST_COMPANY else None


def _without_site(title: str | None) -> str | None:
    if not title:
        return None
    first = _SEPARATOR.split(title, maxsplit=1)[0].strip()
    return first or title


def _heading(tree: etree._Element) -> str | None:
    """The first <h1> that has a text, and one no longer than a title."""
    for heading in tree.iter("h1"):
        text = " ".join(" ".join(map(str, heading.itertext(etree.Element))).split())
        if 0 < len(text) <= _LONGEST:
            return text
    return None


def _meta(tree: etree._Element, name: str) -> str | None:
    for meta in tree.iter("meta"):
        if name in (meta.get("property"), meta.get("name")):
            return _clean(meta.get("content"))
    return None


def _clean(text: str | None) -> str | None:
    return " ".join(text.split())[:_LONGEST] or None if text else None
