"""`syncline doctor`: is everything there that the service needs, and what to do if not."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from server.cli.terminal import console, one_line, print_hanging

if TYPE_CHECKING:
    from server.diagnosing import Check

_MARKS = {"good": ("ok  ", ""), "note": ("note", "bold"), "bad": ("BAD ", "bold reverse")}
_WIDTH = 9


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
def doctor(as_json: bool) -> None:
    """Check what the service needs, and say what to do.

    It looks at the service that `syncline serve` would start with the same environment and settings
    file, running or not. Exit code 0: the service can do its work; 1: something keeps it from that.
    """
    from server.diagnosing import State, diagnose

    checks = []
    screen = console()
    for check in diagnose(os.environ):
        checks.append(check)
        if not as_json:
            _print(screen, check)
    if as_json:
        click.echo(json.dumps({"checks": [asdict(check) for check in checks]}, indent=2))
    if any(check.state is State.BAD for check in checks):
        sys.exit(1)


def _print(screen: Console, check: Check) -> None:
    mark, style = _MARKS[check.state]
    head = Text.assemble((mark, style), "  ", check.part.ljust(_WIDTH), "  ")
    print_hanging(screen, head, Text(one_line(check.seen)))
    if check.todo:
        print_hanging(screen, Text(" " * head.cell_len), Text(f"→ {one_line(check.todo)}"))
