"""A page or a plain text becomes a posting.

Where the page is a known board's, the places that the board's record names come first; where they
are not found, or the board is not known, JSON-LD; then the main content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import re2
from lxml import etree

from signals.errors import NotAPosting, PageKind
from signals.model import Posting, ReadBy
from signals.reading import by_site, company_links, jsonld, main_content, page_kind, titles
from signals.reading.characters import unescaped, whole_characters
from signals.reading.decoding import decode, is_binary
from signals.reading.markdown import unmarked
from signals.reading.page_kind import NEAR_TOP, PageFacts
from signals.reading.rendering import render, tidy, top
from signals.reading.text_title import first_line, named_job
from signals.sites import site_of

MAX_CHARACTERS = 10_000_000
"""Longer input is refused: the largest real job page seen holds under 3 million characters."""

MAX_BYTES = 4 * MAX_CHARACTERS
"""The same in bytes: a character of UTF-8 takes four at most."""

_TAG = re2.compile(
    r"(?i)<(?:!doctype|html|head|title|body|div|p|br|ul|li|span|h[1-6]|section|article|a)(?:[\s/][^<>]{0,500})?>"
)
_TELLING = 100_000
"""Characters of a text that are searched for a tag."""

_LEAST_DESCRIPTION = 80
_TITLE_NEAR_TOP = 400

_SAYS = {
    PageKind.EMPTY: ("there is no text", "Give a page or a text that holds a job ad"),
    PageKind.BINARY: ("is not a text but a binary file", "Save the ad as HTML or text"),
    PageKind.TOO_LARGE: (
        f"is longer than {MAX_CHARACTERS // 1_000_000} million characters",
        "Save only the ad itself",
    ),
    PageKind.LOGIN_WALL: ("is a login wall, not a job ad", "Log in and save the page again"),
    PageKind.BOT_CHECK: ("is a check for robots, not a job ad", "Open the page in your browser"),
    PageKind.SHELL: (
        "is an empty shell that draws its ad by JavaScript",
        "Open it in a browser with the extension, or save the drawn page",
    ),
    PageKind.LIST: ("is a list of jobs, not one job ad", "Open one of its jobs"),
    PageKind.NOT_FOUND: ("says that the job is gone", "Look for it on the company's own site"),
    PageKind.NO_AD: ("is no job ad that Syncline can recognise", "Give the page of one job"),
}


def read(html: str | bytes, url: str | None = None) -> Posting:
    """Return the posting that a page, or a fragment of one, holds.

    Raises:
        NotAPosting: it holds none; `kind` says what it is instead.
    """
    source = _as_text(html, url)
    tree = _parsed(source)
    if tree is None:
        raise _refusal(PageKind.EMPTY, url)
    postings = jsonld.find(tree)
    links = company_links.find(tree, postings)
    described = [posting for posting in postings if posting.description.strip()]
    return replace(_posting(tree, described, url), company_links=links)


def _posting(
    tree: etree._Element, postings: Sequence[jsonld.JobPosting], url: str | None
) -> Posting:
    language = _language(tree)
    site = site_of(url)
    parts = by_site.find(tree, site.posting) if site else None
    if parts:
        return _from_site(parts, titles.read_head(tree), url, language)
    if len(postings) == 1:
        return _from_jsonld(postings[0], url, language)
    return _from_main_content(tree, url, language)


def read_text(text: str | bytes, url: str | None = None) -> Posting:
    """Return the posting that a text holds; a text that is HTML is read as such.

    Raises:
        NotAPosting: it holds none; `kind` says what it is instead.
    """
    source = _without_references(whole_characters(_as_text(text, url)))
    if _is_html(source):
        return read(source, url)
    tidied = tidy(unmarked(source))
    if not tidied:
        raise _refusal(PageKind.EMPTY, url)
    if not page_kind.text_is_ad(tidied):
        raise _refusal(PageKind.NO_AD, url)
    title = named_job(tidied) or first_line(tidied)
    return Posting(tidied, title=title, url=url, read_by=ReadBy.TEXT)


def _as_text(source: str | bytes, url: str | None) -> str:
    if isinstance(source, bytes):
        if len(source) > MAX_BYTES:
            raise _refusal(PageKind.TOO_LARGE, url)
        if is_binary(source):
            raise _refusal(PageKind.BINARY, url)
        source = decode(source)
    if len(source) > MAX_CHARACTERS:
        raise _refusal(PageKind.TOO_LARGE, url)
    if not source or source.isspace():
        raise _refusal(PageKind.EMPTY, url)
    return source


def _parsed(source: str) -> etree._Element | None:
    """The tree of a page; always UTF-8 here, whatever the page declares."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False)
    data = source.replace("\x00", "").encode("utf-8", errors="replace")
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing but comments or white space
        return None


def _from_site(
    parts: by_site.FoundParts, head: titles.Head, url: str | None, language: str | None
) -> Posting:
    title = parts.title or head.heading or head.title
    return Posting(
        text=_under_title(title, parts.description),
        title=title,
        company=parts.company or head.company,
        location=parts.location or head.location,
        url=url,
        language=language,
        read_by=ReadBy.SITE,
    )


def _from_jsonld(found: jsonld.JobPosting, url: str | None, language: str | None) -> Posting:
    description = _rendered(found.description)
    if len(description) < _LEAST_DESCRIPTION:
        raise _refusal(PageKind.NO_AD, url)
    return Posting(
        text=_under_title(found.title, description),
        title=found.title,
        company=found.company,
        location=found.location,
        url=url,
        language=found.language or language,
        read_by=ReadBy.JSON_LD,
    )


def _rendered(description: str) -> str:
    source = _without_references(description)
    if not _is_html(source):
        return tidy(unmarked(source))
    tree = _parsed(source)
    return render(tree) if tree is not None else ""


def _without_references(text: str) -> str:
    """The text without references; HTML keeps them, in which `&lt;script&gt;` is no element."""
    return text if _is_html(text) else unescaped(text)


def _is_html(text: str) -> bool:
    return _TAG.search(text[:_TELLING]) is not None


def _from_main_content(tree: etree._Element, url: str | None, language: str | None) -> Posting:
    head = titles.read_head(tree)
    page_title = titles.page_title(tree)
    body = _body(tree)
    scripts = sum(1 for _ in tree.iter("script"))
    job_links = len(
        {href for a in body.iter("a") if page_kind.is_job_link(href := a.get("href", ""))}
    )
    text = main_content.find(body).text

    @cache
    def whole() -> str:
        """The whole page's text, which is seldom needed."""
        return render(body)

    heading = head.heading or named_job(top(body, 2 * NEAR_TOP))
    facts = PageFacts(page_title, heading or "", url or "", text, whole, scripts, job_links)
    kind = page_kind.other_than_posting(facts)
    if not page_title and not scripts:  # an ad's own HTML, as interfaces and feeds give it
        kind = page_kind.other_than_ad(facts)
        text = whole()
    if kind is not None:
        raise _refusal(kind, url)
    if not text:
        raise _refusal(PageKind.EMPTY, url)
    title = head.title if head.heading else heading or head.title or first_line(text)
    return Posting(
        text=_under_title(title, text),
        title=title,
        company=head.company,
        location=head.location,
        url=url,
        language=language,
        read_by=ReadBy.MAIN_CONTENT,
    )


def _body(tree: etree._Element) -> etree._Element:
    found = tree.find("body")
    return tree if found is None else found


def _under_title(title: str | None, text: str) -> str:
    """The text with its title on top, so that what the title says can be quoted too."""
    if not title or title in text[:_TITLE_NEAR_TOP]:
        return text
    return f"{title}\n\n{text}"


def _language(tree: etree._Element) -> str | None:
    declared = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[
        :2
    ]
    return declared.lower() if declared.isalpha() and len(declared) == 2 else None


def _refusal(kind: PageKind, url: str | None) -> NotAPosting:
    what, todo = _SAYS[kind]
    subject = "this" if kind is not PageKind.EMPTY else ""
    return NotAPosting(kind, f"{subject} {what}".strip(), where=url, todo=todo)
