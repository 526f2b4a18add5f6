"""`python -m bench.server`: the service at full load, under pressure, for long, with much in it."""

from __future__ import annotations

import click

from bench.server.history import history
from bench.server.pressure import pressure
from bench.server.soak import soak
from bench.server.throughput import throughput


@click.group(invoke_without_command=True)
@click.pass_context
def measurements(context: click.Context) -> None:
    """Print a table of what was measured; without a command, that of `throughput`."""
    if context.invoked_subcommand is None:
        context.invoke(throughput, seconds=4.0)


for command in (throughput, pressure, soak, history):
    measurements.add_command(command)

if __name__ == "__main__":
    measurements(prog_name="python -m bench.server")
