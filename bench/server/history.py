"""Fills the store with postings made from real ads, then searches, lists and deletes."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench import corpus
from server.store import (
    Filter,
    Sort,
    Store,
    delete_analysis,
    find_analysis,
    list_analyses,
    open_store,
    save_analysis,
)
from signals import NotAPosting, Posting, Report, analyze, read_text
from signals.model import Aspect, Position

_ADS = 4_000
_ROUNDS = 15
_START = datetime(2026, 1, 1, tzinfo=UTC)

_ASKED: dict[str, tuple[Filter, Sort]] = {
    "the newest page": (Filter(), Sort.NEWEST),
    "a common word: team": (Filter(words="team"), Sort.NEWEST),
    "a rare word: xylophone": (Filter(words="xylophone"), Sort.NEWEST),
    "two words: remote standup": (Filter(words="remote standup"), Sort.NEWEST),
    'a phrase: "time zone"': (Filter(words='"time zone"'), Sort.NEWEST),
    'a rare phrase of common words: "a the"': (Filter(words='"a the"'), Sort.NEWEST),
    'a rare phrase of common pairs: "team of the"': (Filter(words='"team of the"'), Sort.NEWEST),
    "the same, most async first": (Filter(words='"team of the"'), Sort.ASYNC),
    "a phrase with a hyphen: stand-up": (Filter(words="stand-up"), Sort.NEWEST),
    "an unfinished word: asyn": (Filter(words="asyn"), Sort.NEWEST),
    "a single letter: t": (Filter(words="t"), Sort.NEWEST),
    "a common word and a position": (
        Filter(words="team", positions=(Position.FULLY_ASYNC,)),
        Sort.NEWEST,
    ),
    "a position": (Filter(positions=(Position.FULLY_ASYNC,)), Sort.NEWEST),
    "an aspect": (Filter(aspect=Aspect.RESPONSE), Sort.NEWEST),
    "a site": (Filter(site="board7.example"), Sort.NEWEST),
    "a company": (Filter(company="Company 77"), Sort.NEWEST),
    "a month": (
        Filter(since=_START.date(), until=(_START + timedelta(days=30)).date()),
        Sort.NEWEST,
    ),
    "all, most async first": (Filter(), Sort.ASYNC),
    "two words, most sync first": (Filter(words="remote standup"), Sort.SYNC),
    "a common word, most async first": (Filter(words="team"), Sort.ASYNC),
    "a word of sync ads, most async first": (Filter(words="onsite"), Sort.ASYNC),
}


@click.command()
@click.option("--postings", default=100_000, show_default=True, help="How many to store.")
@click.option("--database", help="Where; by default SQLite in a folder that is deleted.")
@click.option("--keep", type=Path, help="A SQLite file that is filled once and kept.")
def history(postings: int, database: str | None, keep: Path | None) -> None:
    """Fill the store, then print sizes, memory and times."""
    with tempfile.TemporaryDirectory() as folder:
        file = keep or Path(folder) / "syncline.db"
        store = open_store(database or f"sqlite:///{file}")
        console = Console()
        if not list_analyses(store, limit=1)[0]:
            fill(store, postings)
        console.print(times(store))
        if not database:
            console.print(f"File: {file.stat().st_size / 1e6:,.0f} MB")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        console.print(f"Memory of this process at most: {peak:,.0f} MB")
        store.close()


def fill(store: Store, postings: int) -> None:
    """Store postings made from real ads; each copy of an ad differs by a sentence."""
    read = list(islice(_read(), min(_ADS, postings)))
    for number in track(range(postings), description="Storing"):
        posting, report = read[number % len(read)]
        copy = Posting(
            f"{posting.text}\n\nReference {number}.",
            title=posting.title,
            company=f"Company {number % 5_000}",
            url=f"https://board{number % 40}.example/jobs/{number}",
            language=posting.language,
        )
        at = _START + timedelta(minutes=number)
        domain = f"company{number % 5_000}.example"
        save_analysis(store, copy, report, company_domain=domain, now=at)


def _read() -> Iterator[tuple[Posting, Report]]:
    for ad in corpus.ads():
        try:
            posting = read_text(ad.content)
        except NotAPosting:
            continue
        yield posting, analyze(posting)


def times(store: Store) -> Table:
    """One row for each question: the median and the longest of some rounds."""
    shown = Table(title="milliseconds")
    for column in ("", "found", "median", "longest"):
        shown.add_column(column, justify="right" if column else "left")
    for name, (wanted, sort) in _ASKED.items():
        found: list[int] = []

        def ask(wanted: Filter = wanted, sort: Sort = sort, found: list[int] = found) -> None:
            found.append(len(list_analyses(store, wanted, sort=sort)[0]))

        _add(shown, name, timed(ask, _ROUNDS), str(found[0]))
    ids = [one.id for one in list_analyses(store, limit=_ROUNDS * 2)[0]]
    _add(shown, "one analysis", [_timed(partial(find_analysis, store, id_)) for id_ in ids])
    _add(shown, "deleting one", [_timed(partial(delete_analysis, store, id_)) for id_ in ids[:3]])
    return shown


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Return the milliseconds of each round, after one that warms up."""
    work()
    return [_timed(work) for _ in range(rounds)]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _add(shown: Table, name: str, taken: Sequence[float], found: str = "") -> None:
    shown.add_row(name, found, f"{median(taken):.1f}", f"{max(taken):.1f}")
