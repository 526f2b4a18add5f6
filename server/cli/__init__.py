"""The command line: `syncline COMMAND`, every command in a file of its own.

Exit codes: 0 done; 1 done, with a bad outcome (no posting, no page, no database); 2 wrong usage.
"""

from __future__ import annotations

import errno
import io
import sys
from contextlib import suppress

import click

from server.cli.analyze import analyze
from server.cli.check import check
from server.cli.doctor import doctor
from server.cli.rules import rules
from server.cli.serve import serve
from server.cli.terminal import plain
from signals.errors import SynclineError

_UNWRITTEN = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""What the system says no to output with; other errors of the system are faults."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="syncline", prog_name="syncline")
def commands() -> None:
    """How asynchronous is this job really? Everything runs on your own machine."""


for command in (serve, analyze, check, rules, doctor):
    commands.add_command(command)


def main() -> None:
    """Run the command line; what went wrong is one line on standard error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every terminal has every sign
    try:
        _run()
    except SynclineError as error:
        click.echo(f"syncline: {plain(str(error))}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: nothing is left to say
        sys.exit(1)
    except OSError as error:
        if error.errno not in _UNWRITTEN:
            raise
        with suppress(OSError):
            sys.stdout.close()  # or Python tries again at its end, with a traceback
        click.echo(f"syncline: The output cannot be written: {error.strerror}.", err=True)
        sys.exit(1)


def _run() -> None:
    try:
        commands(prog_name="syncline")
    finally:
        if sys.stdout:  # there is none where the caller closed it
            sys.stdout.flush()
