"""How well the handbook judge tells handbooks from look-alikes: `python -m bench.handbook_judge`.

Reads the pages of SYNCLINE_SHARED/handbooks; retellings are left out. `--wrong` lists the mistakes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from rich.console import Console
from rich.table import Table

from bench.corpus import SHARED
from scraper.handbook.judge import Judgement, Likeness, judge
from scraper.handbook.reading import read_page
from scraper.page import Page

FOLDER = SHARED / "handbooks"
WANTED = "handbook"
FOUND_ONLY_BY_LINKS = "handbook-section"
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\n", re.DOTALL)
_TITLE = re.compile(r"""^title ?[:=] ?["']?(.+?)["']?$""", re.MULTILINE)
LABELS = (WANTED, FOUND_ONLY_BY_LINKS, "culture-page", "careers", "look-alike", "other")
"""Sections are neither right nor wrong answers: nobody is sent to one as the handbook's address."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One page with its true label and our judgement."""

    label: str
    url: str
    judgement: Judgement


def judged_pages() -> Iterator[Judged]:
    """Yield every original page of the collection, judged."""
    for line in (FOLDER / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["text_kind"] == "verbatim":
            content = gzip.decompress((FOLDER / row["file"]).read_bytes())
            page = _page(row["url"], row["file"], content)
            yield Judged(row["label"], row["url"], judge(read_page(page)))


def _page(url: str, file: str, content: bytes) -> Page:
    if not url.startswith(("http://", "https://")):
        url = "https://acme.example/lost"  # pages that were no answer to a real address
    if file.endswith(".md.gz"):
        content = _rendered(content.decode("utf-8", "replace")).encode()
    return Page(url, url, 200, "text/html", content, "utf-8")


def _rendered(markdown: str) -> str:
    """Markdown as a site shows it: the front matter is no text, but names the page."""
    front = _FRONT_MATTER.match(markdown)
    title = _TITLE.search(front[0]) if front else None
    body = MarkdownIt("commonmark").enable("table").render(markdown[front.end() if front else 0 :])
    return f"<!doctype html><title>{escape(title[1]) if title else ''}</title><body>{body}"


def main() -> None:
    """Print what each label was judged as, with precision and recall of "handbook"."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the wrong judgements")
    wrong_wanted = parser.parse_args().wrong
    judged = list(judged_pages())
    console = Console(width=160)
    console.print(_table(judged))
    console.print(_summary(judged))
    if wrong_wanted:
        for page in filter(_is_wrong, judged):
            verdict = page.judgement
            console.print(
                f"{page.label}: {verdict.score} {page.url}\n    {verdict.why}", soft_wrap=True
            )


def _is_wrong(page: Judged) -> bool:
    if page.label == FOUND_ONLY_BY_LINKS:
        return False
    return (page.label == WANTED) != (page.judgement.likeness is Likeness.HANDBOOK)


def _table(judged: list[Judged]) -> Table:
    table = Table("label", "pages", *Likeness, title="What each kind of page was judged as")
    for label in LABELS:
        counts = Counter(page.judgement.likeness for page in judged if page.label == label)
        table.add_row(label, str(counts.total()), *(str(counts[likeness]) for likeness in Likeness))
    return table


def _summary(judged: list[Judged]) -> str:
    taken = [page for page in judged if page.judgement.likeness is Likeness.HANDBOOK]
    taken = [page for page in taken if page.label != FOUND_ONLY_BY_LINKS]
    right = sum(page.label == WANTED for page in taken)
    wanted = sum(page.label == WANTED for page in judged)
    return f"precision {right / len(taken):.2f}, recall {right / wanted:.2f} (front pages)"


if __name__ == "__main__":
    main()
