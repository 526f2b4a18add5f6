"""`python -m bench.server history`: how the service fares with many stored postings."""

from __future__ import annotations

import click

from bench.server.history import history


@click.group()
def measurements() -> None:
    """Print a table of what was measured."""


measurements.add_command(history)

if __name__ == "__main__":
    measurements(prog_name="python -m bench.server")
