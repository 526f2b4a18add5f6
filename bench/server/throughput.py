"""Analyses a second and how long they take, beside the same work in process and a bare echo."""

from __future__ import annotations

import time
from collections.abc import Sequence

import click
from rich.console import Console
from rich.table import Table

from bench.corpus import SavedPage
from bench.server.load import SIZES, Outcome, bodies, pages_of, send
from bench.server.running import SERVICES, running
from signals import analyze, read

CLIENTS = (1, 8, 32)
_COLUMNS = ("page", "clients", "server", "a second", "of in process", "of echo", "p50 ms", "p95 ms")


@click.command()
@click.option("--seconds", default=4.0, help="How long each row is measured.")
def throughput(seconds: float) -> None:
    """Measure pages of 10, 100 and 300 KB with 1, 8 and 32 clients."""
    pages = {size: pages_of(size) for size in SIZES}
    alone = {size: in_process(pages[size], seconds) for size in SIZES}
    seen = {
        name: {
            (size, clients): outcome
            for size in SIZES
            for clients, outcome in _measured(name, pages[size], seconds)
        }
        for name in ("echo", *SERVICES)
    }
    Console(width=110).print(_table(pages, alone, seen))


def in_process(pages: Sequence[SavedPage], seconds: float) -> float:
    """Return how many of the pages one thread reads and analyses a second."""
    texts = [(page.content.decode("utf-8", "replace"), page.url) for page in pages]
    for text in texts:
        analyze(read(*text))
    begun, done = time.perf_counter(), 0
    while time.perf_counter() < begun + seconds:
        analyze(read(*texts[done % len(texts)]))
        done += 1
    return done / (time.perf_counter() - begun)


def _measured(
    name: str, pages: Sequence[SavedPage], seconds: float
) -> Sequence[tuple[int, Outcome]]:
    with running(name) as port:
        send(port, bodies(pages), 8, 1.0)  # the first requests load the rule book
        return [(clients, send(port, bodies(pages), clients, seconds)) for clients in CLIENTS]


def _table(
    pages: dict[int, Sequence[SavedPage]],
    alone: dict[int, float],
    seen: dict[str, dict[tuple[int, int], Outcome]],
) -> Table:
    shown = Table(title="Pages to stored reports")
    for column in (*_COLUMNS, "p95/p50", "errors"):
        shown.add_column(column, justify="left" if column == "server" else "right")
    for size in SIZES:
        mean = sum(len(page.content) for page in pages[size]) / len(pages[size])
        name = f"{mean / 1000:.0f} KB"
        shown.add_row(name, "", "in process", f"{alone[size]:.1f}", "1.00", "", "", "", "", "")
        for clients in CLIENTS:
            echo = seen["echo"][size, clients]
            for server in SERVICES:
                one = seen[server][size, clients]
                shown.add_row(
                    name,
                    str(clients),
                    server,
                    f"{one.rate:.1f}",
                    f"{one.rate / alone[size]:.2f}",
                    f"{one.rate / echo.rate:.3f}",
                    f"{one.percentile(50):.0f}",
                    f"{one.percentile(95):.0f}",
                    f"{one.percentile(95) / (one.percentile(50) or 1):.1f}",
                    str(one.errors),
                )
        shown.add_section()
    return shown
