"""How well companies' handbooks are found: `SYNCLINE_SHARED=… python -m bench.handbook`.

Every company is looked at over replayed sites on loopback, in the half that the judge was fitted
on and in the half that was held back, by `scraper.check` and by three simple ways beside it.
`--wrong` lists the mistakes of the first half; those of the other are nobody's to look at.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from dataclasses import dataclass
from statistics import median
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from bench.handbook.baselines import probing, scoring, searching
from bench.handbook.cases import Case, cases
from bench.handbook.replay import Replay, web_of
from scraper import Fetcher, HandbookFinding, Outcome, check
from scraper.limits import Limits
from scraper.page import Page
from scraper.render import Renderer

BASELINES = {
    "/handbook and handbook.": probing,
    '"handbook" among the home page\'s links': searching,
    "points for words, on the right page": scoring,
}


@dataclass(frozen=True, slots=True)
class Result:
    """One company, looked at."""

    case: Case
    finding: HandbookFinding
    requests: int
    seconds: float
    drawn: int
    baselines: dict[str, bool]

    @property
    def is_right(self) -> bool:
        """Whether `public` was said exactly where it is true."""
        return self.case.public == (self.finding.outcome is Outcome.PUBLIC)


class CountingRenderer(Renderer):
    """Counts the pages that it draws."""

    drawn = 0

    async def draw(self, fetcher: Fetcher, document: Page) -> Page:
        self.drawn += 1
        return await super().draw(fetcher, document)


async def _results(wanted: list[Case]) -> list[Result]:
    async with Replay() as replay, CountingRenderer() as renderer:
        return [await _result(case, replay, renderer) for case in wanted]


async def _result(case: Case, replay: Replay, renderer: CountingRenderer) -> Result:
    async with _fetcher(case, replay) as fetcher:
        renderer.drawn, start = 0, time.perf_counter()
        finding = await check(case.domain, fetcher=fetcher, renderer=renderer)
        seconds, requests = time.perf_counter() - start, replay.requests
        ways = {name: await way(case, fetcher) for name, way in BASELINES.items()}
    return Result(case, finding, requests, seconds, renderer.drawn, ways)


def _fetcher(case: Case, replay: Replay) -> Fetcher:
    hosts = replay.show(web_of(case))
    limits = Limits(gap=0, retry_wait=0)
    return Fetcher(allow_private=True, limits=limits, hosts=hosts, ssl_context=replay.trusting())


def main() -> None:
    """Look at every company and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the mistakes of the first half")
    parser.add_argument("--fitting", action="store_true", help="look at the first half only")
    options = parser.parse_args()
    wanted = [case for case in cases() if not (options.fitting and case.is_held_back)]
    # The list of known handbooks would give answers away.
    with patch("scraper.handbook.ways.known_handbook", return_value=None):
        results = asyncio.run(_results(wanted))
    console = Console(width=160)
    fitted = [result for result in results if not result.case.is_held_back]
    held_back = [result for result in results if result.case.is_held_back]
    for title, half in (("fitted on", fitted), ("held back", held_back)):
        if half:
            console.print(_table(title, half))
            console.print(_costs(half))
    for result in fitted if options.wrong else ():
        if not result.is_right:
            _print_wrong(console, result)


def _table(title: str, half: list[Result]) -> Table:
    public = sum(result.case.public for result in half)
    table = Table(
        "way", "precision", "recall", title=f"{title}: {len(half)} companies, {public} public"
    )
    ours = [result.finding.outcome is Outcome.PUBLIC for result in half]
    table.add_row("scraper.check", *_quality(half, ours))
    for name in BASELINES:
        table.add_row(name, *_quality(half, [result.baselines[name] for result in half]))
    return table


def _quality(half: list[Result], said: list[bool]) -> tuple[str, str]:
    right = sum(result.case.public and yes for result, yes in zip(half, said, strict=True))
    public = sum(result.case.public for result in half)
    return f"{right / max(sum(said), 1):.2f}", f"{right / max(public, 1):.2f}"


def _costs(half: list[Result]) -> str:
    requests = [result.requests for result in half]
    drawn = sum(result.drawn > 0 for result in half) / len(half)
    return (
        f"requests a company: median {median(requests):g}, most {max(requests)}; seconds: median "
        f"{median(result.seconds for result in half):.2f}; browser needed for {drawn:.0%}\n"
    )


def _print_wrong(console: Console, result: Result) -> None:
    finding = result.finding
    kept = result.case.offered.url if result.case.offered else "-"
    console.print(f"{result.case.domain}: public {result.case.public}, said {finding.outcome}")
    console.print(f"  {kept}\n  {finding.url}: {finding.why}", soft_wrap=True)
    for visit in finding.looked_at:
        console.print(f"    {visit.url}: {visit.result}", soft_wrap=True)


if __name__ == "__main__":
    main()
