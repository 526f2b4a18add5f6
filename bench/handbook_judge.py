"""How well the judge alone tells handbooks from look-alikes: `python -m bench.handbook_judge`.

Reads each company's front page of SYNCLINE_SHARED/handbooks, alone and with up to five of its
sections, in the half that the judge was fitted on and in the half that was held back; then every
other page of the first half by itself, none of which is a handbook. Retellings and copies are left
out. `--wrong` lists the mistakes of the first half; those of the other are nobody's to look at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench.handbook.cases import Case, cases
from bench.handbook.pages import KeptPage
from scraper.handbook.judge import Judgement, Likeness, judge
from scraper.handbook.reading import ReadPage, read_page
from scraper.handbook.search import MOST_SECTIONS
from scraper.page import Page

HANDBOOK, SECTION = "handbook", "handbook-section"


@dataclass(frozen=True, slots=True)
class Judged:
    """One page with what is true of it and our judgement.

    Attributes:
        label: what it is.
        is_handbook: whether that is a company's handbook.
        url: its address.
        judgement: what the judge says.
    """

    label: str
    is_handbook: bool
    url: str
    judgement: Judgement

    @property
    def is_right(self) -> bool:
        """Whether it was called a handbook exactly where it is one."""
        return self.is_handbook == (self.judgement.likeness is Likeness.HANDBOOK)


def front_pages(companies: list[Case], sections: int) -> Iterator[Judged]:
    """Yield what each company offers as its handbook, judged with so many of its sections."""
    for case in companies:
        if case.offered is None or case.is_fork:
            continue
        parts = [_read(page) for page in case.pages if _is_section(page, case)]
        judgement = judge(_read(case.offered), parts[:sections])
        yield Judged(case.offered.label, case.public, case.offered.url, judgement)


def other_pages(companies: list[Case]) -> Iterator[Judged]:
    """Yield every page of the companies that is no handbook and no section of one."""
    for case in companies:
        for page in case.pages:
            if page.label not in (HANDBOOK, SECTION):
                yield Judged(page.label, False, page.url, judge(_read(page)))


def _is_section(page: KeptPage, case: Case) -> bool:
    return page is not case.offered and page.label in (SECTION, "look-alike")


def _read(kept: KeptPage) -> ReadPage:
    return read_page(Page(kept.url, kept.url, 200, "text/html", kept.html.encode(), "utf-8"))


def main() -> None:
    """Print how often the judge is right, and what the other pages were judged as."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the mistakes of the first half")
    wrong_wanted = parser.parse_args().wrong
    console = Console(width=160)
    fitted = [case for case in cases() if not case.is_held_back]
    held_back = [case for case in cases() if case.is_held_back]
    table = Table("half", "read", "pages", "precision", "recall", title="Front pages")
    for half, companies in (("fitted on", fitted), ("held back", held_back)):
        for read, sections in (("alone", 0), ("with sections", MOST_SECTIONS)):
            judged = list(front_pages(companies, sections))
            table.add_row(half, read, str(len(judged)), *_quality(judged))
    console.print(table)
    others = list(other_pages(fitted))
    console.print(_kinds(others))
    wrong = [*front_pages(fitted, MOST_SECTIONS), *others] if wrong_wanted else []
    for page in wrong:
        if not page.is_right:
            said = page.judgement
            console.print(f"{page.label}: {said.score} {page.url}\n    {said.why}", soft_wrap=True)


def _quality(judged: list[Judged]) -> tuple[str, str]:
    taken = [page for page in judged if page.judgement.likeness is Likeness.HANDBOOK]
    right = sum(page.is_handbook for page in taken)
    wanted = sum(page.is_handbook for page in judged)
    return f"{right / max(len(taken), 1):.2f}", f"{right / max(wanted, 1):.2f}"


def _kinds(judged: list[Judged]) -> Table:
    table = Table("label", "pages", *Likeness, title="Other pages of the first half, each alone")
    for label in sorted({page.label for page in judged}):
        counts = Counter(page.judgement.likeness for page in judged if page.label == label)
        table.add_row(label, str(counts.total()), *(str(counts[likeness]) for likeness in Likeness))
    return table


if __name__ == "__main__":
    main()
