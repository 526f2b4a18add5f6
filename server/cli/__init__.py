"""The command line: `syncline COMMAND`, every command in a file of its own.

Exit codes: 0 done; 1 done, with a bad outcome (no posting, no page, no database); 2 wrong usage.
"""

from __future__ import annotations

import sys

import click

from server.cli.analyze import analyze
from server.cli.check import check
from server.cli.doctor import doctor
from server.cli.rules import rules
from server.cli.serve import serve
from server.cli.terminal import plain
from signals.errors import SynclineError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="syncline", prog_name="syncline")
def commands() -> None:
    """How asynchronous is this job really? Everything runs on your own machine."""


for command in (serve, analyze, check, rules, doctor):
    commands.add_command(command)


def main() -> None:
    """Run the command line; what went wrong is one line on standard error."""
    try:
        commands(prog_name="syncline")
    except SynclineError as error:
        click.echo(f"syncline: {plain(str(error))}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: nothing is left to say
        sys.exit(1)
