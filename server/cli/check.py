"""`syncline check`: does this company publish a handbook?"""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from server.cli.terminal import STYLES, console, one_line, print_hanging

if TYPE_CHECKING:
    from scraper import HandbookFinding

_SAYS = {
    "public": "publishes a handbook",
    "partial": "publishes something of a handbook, not a whole one",
    "none_found": "no public handbook at the usual places",
    "blocked": "does not let us look",
    "unreachable": "cannot be reached",
    "unclear": "unclear whether it publishes a handbook",
}
_MOST_SIGNALS = 5
_DECIDED = ("public", "partial", "none_found")


@click.command()
@click.argument("company", metavar="DOMAIN|URL|NAME")
@click.option("--json", "as_json", is_flag=True, help="Print the finding as JSON.")
@click.option("--allow-private", is_flag=True, help="Also look on private networks.")
def check(company: str, as_json: bool, allow_private: bool) -> None:
    """Look for a company's public handbook at the usual places.

    Honours robots.txt. A name is enough for well-known companies only. Exit code 0: there is
    one, something of one, or none was found; 1: it could not be told.
    """
    import scraper  # the network's libraries take 0.4 s to load

    finding = _find(company, allow_private=allow_private)
    if as_json:
        document = scraper.finding_document(finding)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print(console(), finding)
    if finding.outcome not in _DECIDED:
        sys.exit(1)


def _find(company: str, *, allow_private: bool) -> HandbookFinding:
    """What is found; on a terminal, a line tells meanwhile which page is looked at."""
    import asyncio  # as above: each command waits for what stands at the top of this file

    import scraper

    screen = Console(stderr=True, highlight=False, emoji=False, markup=False)
    with screen.status("Looking for a handbook …") if screen.is_terminal else nullcontext() as line:

        def tell(seen: int, url: str) -> None:
            if line is not None:
                line.update(Text(f"Page {seen + 1}: {one_line(url)}", overflow="ellipsis"))

        return asyncio.run(scraper.check(company, allow_private=allow_private, progress=tell))


def _print(screen: Console, finding: HandbookFinding) -> None:
    name = one_line(finding.domain or finding.company)
    screen.print(Text.assemble((name, "bold"), f": {_SAYS[finding.outcome]}"))
    if finding.url:
        screen.print(Text(f"  {one_line(finding.url)}"), soft_wrap=True)
    if finding.evidence:
        print_hanging(screen, Text("  "), Text(f"“{one_line(finding.evidence)}”"))
    print_hanging(screen, Text("  "), Text(one_line(finding.why)))
    _print_signals(screen, finding)
    if finding.looked_at:
        screen.print()
        screen.print(Text("Looked at", "bold"))
        for visit in finding.looked_at:
            screen.print(Text(f"  {one_line(visit.url)}"), soft_wrap=True)
            print_hanging(screen, Text("    "), Text(one_line(visit.result), "dim"))


def _print_signals(screen: Console, finding: HandbookFinding) -> None:
    """What the handbook says of how people work together, the strongest first."""
    if not finding.signals:
        return
    screen.print()
    screen.print(Text("It says", "bold"))
    for signal in finding.signals[:_MOST_SIGNALS]:
        direction = signal.direction
        prefix = Text.assemble("  ", (f"{direction.value:<5}", STYLES[direction]), "  ")
        print_hanging(screen, prefix, Text(f"“{one_line(signal.evidence.quote)}”"))
