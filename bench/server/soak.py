"""The service at half its load for a long while: does it grow, does it fail?"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException

import click

from bench.server.load import SIZES, Outcome, bodies, pages_of, post, send
from bench.server.running import SERVICES, measured, memory_of, running

_CLIENTS = 4
_READS = ("/api/v1/analyses?limit=20", "/api/v1/analyses?q=engineer", "/", "/api/v1/rules")
_COLUMNS = ("minute", "asked", "errors", "p50 ms", "p95 ms", "MB", "stored", "files")
_LINE = "{:>7} {:>9} {:>7} {:>8} {:>8} {:>8} {:>9} {:>8}"


@click.command()
@click.option("--minutes", default=60.0, help="For how long.")
@click.option("--server", type=click.Choice(SERVICES), default="waitress")
@click.option("--every", default=60.0, help="Seconds between two lines.")
def soak(minutes: float, server: str, every: float) -> None:
    """Send pages and read lists at half of what the service can, and print how it fares."""
    pages = [page for size in SIZES for page in pages_of(size)]
    submissions = bodies(pages)
    with running(server) as port:
        most = send(port, submissions, _CLIENTS, 8).rate
        click.echo(f"{server} can {most:.1f} pages a second; this sends {most / 2:.1f}.")
        click.echo(
            _LINE.format("minute", "asked", "errors", "p50 ms", "p95 ms", "MB", "stored", "files")
        )
        begun = time.monotonic()
        while time.monotonic() < begun + 60 * minutes:
            outcome = _half(port, submissions, most / 2, every)
            _print(port, (time.monotonic() - begun) / 60, outcome)


def _half(port: int, submissions: Iterator[bytes], rate: float, seconds: float) -> Outcome:
    """Send at a fixed rate, whether answers come soon or late; every fourth request reads."""
    outcome, lock = Outcome(), threading.Lock()
    turns, begun = itertools.count(), time.monotonic()

    def client() -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            with lock:
                turn, body = next(turns), next(submissions)
            due = begun + turn / rate
            if due > begun + seconds:
                break
            time.sleep(max(0.0, due - time.monotonic()))
            asked = time.monotonic()
            is_good = _asked(connection, turn, body)
            with lock:
                outcome.waited.append(time.monotonic() - asked)
                outcome.errors += not is_good
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(_CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcome


def _asked(connection: HTTPConnection, turn: int, body: bytes) -> bool:
    try:
        if turn % 4:
            return post(connection, body)
        connection.request("GET", _READS[turn // 4 % len(_READS)])
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        connection.close()
        return False
    return answer.status == 200


def _print(port: int, minute: float, outcome: Outcome) -> None:
    seen = measured(port)
    click.echo(
        _LINE.format(
            f"{minute:.1f}",
            len(outcome.waited),
            outcome.errors,
            f"{outcome.percentile(50):.0f}",
            f"{outcome.percentile(95):.0f}",
            f"{memory_of(port) / 1e6:.0f}",
            f"{seen['syncline_stored_analyses']:.0f}",
            f"{seen['process_open_fds']:.0f}",
        )
    )
