"""Analyses a second and how long they take, beside the same work in process and a bare echo.

The servers, the work in process and their clients share the machine with whatever else runs on it.
So all are measured in turns, a short while each, and beside the time on the clock stands the time
of a core that an analysis takes: that is what the service adds, whoever else is at work.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

import click
from rich.console import Console
from rich.table import Table

from bench.corpus import SavedPage
from bench.server.load import SIZES, Outcome, address, bodies, pages_of, send
from bench.server.running import SERVICES, running, seconds_of
from signals import analyze, read

CLIENTS = (1, 8, 32)
_ROUNDS = 4
_COLUMNS = (
    "page", "clients", "server", "a second", "of in process", "of echo", "CPU ms", "of in process",
    "clients' CPU ms", "p50 ms", "p95 ms", "p95/p50", "errors",
)  # fmt: skip


@dataclass
class Measured:
    """One way of work: what its clients saw, and the seconds of a core that it took."""

    outcome: Outcome = field(default_factory=Outcome)
    cpu: float = 0.0

    @property
    def cpu_each(self) -> float:
        """Seconds of a core for each page."""
        return self.cpu / max(1, len(self.outcome.waited))


@click.command()
@click.option("--seconds", default=4.0, help="How long each row is measured.")
@click.option("--size", "sizes", type=int, multiple=True, default=SIZES, help="Bytes of a page.")
def throughput(seconds: float, sizes: Sequence[int]) -> None:
    """Measure pages of 10, 100 and 300 KB with 1, 8 and 32 clients."""
    shown = Table(title=f"Pages to stored reports, {os.cpu_count()} cores for servers and clients")
    for column in _COLUMNS:
        shown.add_column(column, justify="left" if column == "server" else "right")
    for size in sizes:
        pages = pages_of(size)
        _add(shown, pages, *_in_turns(pages, seconds / _ROUNDS))
    Console(width=130).print(shown)


def _in_turns(
    pages: Sequence[SavedPage], seconds: float
) -> tuple[Measured, dict[tuple[str, int], Measured]]:
    """The work in process, and each server with each number of clients."""
    alone = Measured()
    served = {(name, clients): Measured() for name in ("echo", *SERVICES) for clients in CLIENTS}
    with ExitStack() as started:
        ports = {name: started.enter_context(running(name)) for name in ("echo", *SERVICES)}
        for port in ports.values():
            send(port, bodies(pages), 8, 1.0)  # the first requests load the rule book
        _work(pages, 0.5, Measured())
        for _ in range(_ROUNDS):
            _work(pages, seconds, alone)
            for (name, clients), one in served.items():
                before = seconds_of(ports[name])
                one.outcome.add(send(ports[name], bodies(pages), clients, seconds))
                one.cpu += seconds_of(ports[name]) - before
    return alone, served


def _work(pages: Sequence[SavedPage], seconds: float, alone: Measured) -> None:
    """Read and analyse the pages in this process, one after the other, addressed alike."""
    texts = [(page.content.decode("utf-8", "replace"), address()) for page in pages]
    begun, used, done = time.perf_counter(), time.process_time(), 0
    while time.perf_counter() < begun + seconds:
        asked = time.perf_counter()
        analyze(read(*texts[done % len(texts)]))
        alone.outcome.waited.append(time.perf_counter() - asked)
        done += 1
    alone.outcome.seconds += time.perf_counter() - begun
    alone.cpu += time.process_time() - used


def _add(
    shown: Table,
    pages: Sequence[SavedPage],
    alone: Measured,
    served: dict[tuple[str, int], Measured],
) -> None:
    mean = sum(len(page.content) for page in pages) / len(pages)
    name, rate, cpu = f"{mean / 1000:.0f} KB", alone.outcome.rate, 1000 * alone.cpu_each
    shown.add_row(name, "", "in process", f"{rate:.1f}", "1.00", "", f"{cpu:.1f}", "1.00")
    for clients in CLIENTS:
        echo = served["echo", clients].outcome.rate
        for server in SERVICES:
            one = served[server, clients]
            seen, used = one.outcome, 1000 * one.cpu_each
            median, slow = seen.percentile(50), seen.percentile(95)
            shown.add_row(
                name, str(clients), server, f"{seen.rate:.1f}", f"{seen.rate / rate:.2f}",
                f"{seen.rate / echo:.3f}", f"{used:.1f}", f"{cpu / used:.2f}",
                f"{1000 * seen.sending / len(seen.waited):.1f}", f"{median:.0f}", f"{slow:.0f}",
                f"{slow / (median or 1):.1f}", str(seen.errors),
            )  # fmt: skip
    shown.add_section()
