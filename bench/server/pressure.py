"""What others can do to the service, and how long a good request then waits."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.client import HTTPConnection

import click
from rich.console import Console
from rich.table import Table

from bench.server.load import PATH, Outcome, bodies, pages_of, post
from bench.server.running import SERVICES, running

_CONNECTIONS = 10_000
_SLOW = (200, 1_000)
_AT_ONCE = 64
_GOOD = 20
_PATIENCE = 20
_HEAD = f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


@click.command()
def pressure() -> None:
    """Measure a good request beside silent, slow and duplicate ones."""
    shown = Table(title=f"A good request, the worst of {_GOOD}")
    for column in ("server", "beside", "held", "worst ms", "errors"):
        shown.add_column(column, justify="left" if column in ("server", "beside") else "right")
    for server in SERVICES:
        for name, trouble in _TROUBLES.items():
            with running(server) as port, trouble(port) as held:
                outcome = _good(port)
                worst = 1000 * max(outcome.waited)
                shown.add_row(server, name, str(held), f"{worst:.0f}", str(outcome.errors))
        shown.add_row(server, *_duplicates(server))
        shown.add_section()
    Console(width=100).print(shown)


def _good(port: int) -> Outcome:
    outcome, submissions = Outcome(), bodies(pages_of(10_000))
    for _ in range(_GOOD):
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        asked = time.perf_counter()
        is_good = post(connection, next(submissions))
        outcome.errors += not is_good
        outcome.waited.append(time.perf_counter() - asked)
        connection.close()
        if not is_good:  # nor would the next be
            break
    return outcome


@contextmanager
def _nothing(_port: int) -> Iterator[int]:
    yield 0


@contextmanager
def _silent(port: int) -> Iterator[int]:
    """Hold as many connections as the machine lets us, and say nothing."""
    held: list[socket.socket] = []
    try:
        while len(held) < _CONNECTIONS:
            held.append(socket.create_connection(("127.0.0.1", port), timeout=10))
    except OSError:
        click.echo(f"no more than {len(held)} connections")
    try:
        yield len(held)
    finally:
        for one in held:
            one.close()


@contextmanager
def _slow(port: int, *, many: int) -> Iterator[int]:
    """Hold requests whose bodies come byte by byte."""
    held = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(many)]
    ends = threading.Event()
    for one in held:
        one.sendall(f"{_HEAD}Content-Length: 100000\r\n\r\n".encode())

    def trickle() -> None:
        while not ends.wait(0.5):
            for one in held:
                try:
                    one.send(b" ")
                except OSError:  # it was thrown out, as it should be
                    continue

    thread = threading.Thread(target=trickle)
    thread.start()
    try:
        yield len(held)
    finally:
        ends.set()
        thread.join()
        for one in held:
            one.close()


def _duplicates(server: str) -> tuple[str, str, str, str]:
    """The same page from many threads at once: one posting, as quickly as it goes."""
    with running(server) as port:
        body = next(bodies(pages_of(100_000)))
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            begun = time.perf_counter()
            answers = list(pool.map(lambda _: _id(port, body), range(_AT_ONCE)))
            seconds = time.perf_counter() - begun
        errors = answers.count("") + len({*answers, ""}) - 2
        return "the same page at once", str(_AT_ONCE), f"{1000 * seconds:.0f} in all", str(errors)


def _id(port: int, body: bytes) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    connection.request("POST", PATH, body, {"Content-Type": "application/json"})
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return str(answer.get("id", ""))


_TROUBLES: dict[str, Callable[[int], AbstractContextManager[int]]] = {
    "nothing": _nothing,
    "silent connections": _silent,
    **{f"{many:,} bodies byte by byte": partial(_slow, many=many) for many in _SLOW},
}
