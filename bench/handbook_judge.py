"""How well the handbook judge tells handbooks from look-alikes: `python -m bench.handbook_judge`.

Reads the pages of SYNCLINE_SHARED/handbooks; retellings are left out. `--wrong` lists the mistakes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench.handbook.pages import KeptPage, kept_pages
from scraper.handbook.judge import Judgement, Likeness, judge
from scraper.handbook.reading import read_page
from scraper.page import Page

WANTED = "handbook"
FOUND_ONLY_BY_LINKS = "handbook-section"
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
    for kept in kept_pages():
        yield Judged(kept.label, kept.url, judge(read_page(_page(kept))))


def _page(kept: KeptPage) -> Page:
    url = kept.url
    if not url.startswith(("http://", "https://")):
        url = "https://acme.example/lost"  # pages that were no answer to a real address
    return Page(url, url, 200, "text/html", kept.html.encode(), "utf-8")


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
