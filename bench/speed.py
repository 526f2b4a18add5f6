"""How fast a page becomes a report: `python -m bench.speed`.

In one run, on one core: lxml's bare parse of the saved job pages (the unit), other readers of the
same pages, Syncline from HTML to report; then ads a second on text alone, beside spaCy's rule
matcher with as many patterns. Each is the best of three rounds, but for the ads that are read for
the first time: a seeker meets each ad once, and RE2 learns while it reads.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from typing import Any

import spacy
import trafilatura
from bs4 import BeautifulSoup
from lxml import etree
from rich.console import Console
from rich.table import Table
from selectolax.lexbor import LexborHTMLParser
from spacy.matcher import Matcher

from bench import corpus
from bench.label_sample import readable
from signals import NotAPosting, analyze, read
from signals.rulebook import load

_ROUNDS = 3
_ADS = 1_000


def best_of(rounds: int, work: Callable[[Any], object], inputs: Iterable[Any]) -> float:
    """Return the least seconds of processor time that `work` took for all inputs."""
    items = list(inputs)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for item in items:
            work(item)
        times.append(time.process_time() - start)
    return min(times)


def to_report(page: tuple[bytes, str]) -> None:
    """Read and analyse one page; a page that is no posting is refused, which takes as long."""
    try:
        analyze(read(*page))
    except NotAPosting:
        return


def bare_parse(page: tuple[bytes, str]) -> None:
    """Parse a page with lxml and do nothing with it."""
    etree.fromstring(page[0], etree.HTMLParser(huge_tree=True))


def extract_text(page: tuple[bytes, str]) -> None:
    """Let trafilatura find the main text, and do nothing with it."""
    trafilatura.extract(page[0].decode(errors="replace"))


def spacy_matcher(patterns: int) -> Callable[[str], object]:
    """Return spaCy's rule matcher with that many patterns of three words, on a blank pipeline."""
    language = spacy.blank("en")
    matcher = Matcher(language.vocab)
    words = sorted({word for rule in load().rules for one in rule.matches for word in one.split()})
    for number in range(patterns):
        chosen = [words[(number * step) % len(words)].lower() for step in (1, 7, 13)]
        matcher.add(str(number), [[{"LOWER": word} for word in chosen]])
    return lambda text: matcher(language(text))


def pages_table() -> Table:
    """One row for each way to read the saved job pages, as ratios to the bare parse."""
    pages = [(page.content, page.url) for page in corpus.pages() if page.kind == "job"]
    ways: dict[str, Callable[[tuple[bytes, str]], object]] = {
        "lxml, bare parse": bare_parse,
        "selectolax (lexbor), bare parse": lambda page: LexborHTMLParser(page[0]),
        "Syncline, page to report": to_report,
        "Beautiful Soup on lxml, parse": lambda page: BeautifulSoup(page[0], "lxml"),
        "trafilatura, text only": extract_text,
    }
    seconds = {name: best_of(_ROUNDS, way, pages) for name, way in ways.items()}
    unit = seconds["lxml, bare parse"]
    shown = Table(title=f"{len(pages)} job pages")
    for column in ("", "ms a page", "ratio"):
        shown.add_column(column, justify="right" if column else "left")
    for name, taken in seconds.items():
        shown.add_row(name, f"{1000 * taken / len(pages):.2f}", f"{taken / unit:.1f}")
    return shown


def texts_table() -> Table:
    """Ads a second on text alone."""
    ads = [posting.text for _, posting in readable()]
    texts, others = ads[: _ADS * 7 : 7], ads[1 : _ADS * 7 : 7]
    patterns = sum(len(rule.patterns) for rule in load().rules)
    ours = len(texts) / best_of(_ROUNDS, analyze, texts)
    at_first = len(others) / best_of(1, analyze, others)
    theirs = len(texts) / best_of(1, spacy_matcher(patterns), texts)
    shown = Table(title=f"{len(texts)} ads as text, {patterns} patterns")
    for column in ("", "ads a second", "ratio"):
        shown.add_column(column, justify="right" if column else "left")
    shown.add_row("Syncline, analyze", f"{ours:.0f}", f"{ours / theirs:.1f}")
    shown.add_row("the same, other ads, each once", f"{at_first:.0f}", f"{at_first / theirs:.1f}")
    shown.add_row("spaCy's rule matcher", f"{theirs:.0f}", "1.0")
    return shown


def main() -> None:
    """Print both tables."""
    analyze("The rule book and the language model are read once.")
    gc.freeze()  # the peers' libraries fill the heap; nobody's collections shall walk through it
    console = Console()
    console.print(pages_table())
    console.print(texts_table())


if __name__ == "__main__":
    main()
