"""The texts of SYNCLINE_SHARED/handbooks as pages: markdown is rendered as a site shows it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from markdown_it import MarkdownIt

from bench.corpus import SHARED

FOLDER = SHARED / "handbooks"
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\n", re.DOTALL)
_TITLE = re.compile(r"""^title ?[:=] ?["']?(.+?)["']?$""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One original text: whose it is, what it is, and its HTML."""

    company: str
    url: str
    label: str
    html: str


def kept_pages() -> Iterator[KeptPage]:
    """Yield every original page of the collection; retellings are left out."""
    for row in rows("pages.jsonl"):
        if row["text_kind"] == "verbatim":
            text = gzip.decompress((FOLDER / row["file"]).read_bytes()).decode("utf-8", "replace")
            is_markdown = row["file"].endswith(".md.gz")
            html = rendered(text) if is_markdown else _FRONT_MATTER.sub("", text)
            yield KeptPage(row["company"], row["url"], row["label"], html)


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a file of the collection."""
    with (FOLDER / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def rendered(markdown: str) -> str:
    """Return markdown as HTML: the front matter is no text, but names the page."""
    front = _FRONT_MATTER.match(markdown)
    title = _TITLE.search(front[0]) if front else None
    body = MarkdownIt("commonmark").enable("table").render(markdown[front.end() if front else 0 :])
    return f"<!doctype html><title>{escape(title[1]) if title else ''}</title><body>{body}</body>"
