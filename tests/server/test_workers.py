"""Worker processes: what is wrong with a page, or with one of them, is that page's trouble only."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.errors import NotRead, ServiceBusy
from server.preparing import Page, prepare
from server.workers import Workers, usual_count
from signals import NotAPosting, PageKind
from tests.server.conftest import AD

PAGE = Page(AD, "https://board.example/jobs/1", is_text=True)
LONG_PAGE = Page(AD + "We write things down. " * 200_000, is_text=True)
"""Takes a few seconds."""


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(2)
    made.start()
    with ThreadPoolExecutor(8) as pool:
        while len(made.pids()) < 2:
            list(pool.map(made.prepare, [PAGE] * 8))
    yield made
    made.close()


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    """Whether a process runs; one that ended and that nobody asked about yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def worked(pid: int) -> float:
    """How many seconds of processor a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def printed_by(program: str, file: Path, started_in: Path | None = None) -> tuple[str, str]:
    """What a program, written to `file` and run, prints as its output and as its errors."""
    file.write_text(program)
    command = [sys.executable, file]
    done = subprocess.run(command, cwd=started_in, capture_output=True, text=True, timeout=60)
    return done.stdout, done.stderr


def test_who_reads_one_page_after_the_other_has_one_worker() -> None:
    made = Workers(2)
    made.start()
    for _ in range(5):
        made.prepare(PAGE)
    assert len(made.pids()) == 1
    made.close()


def test_worker_makes_of_a_page_what_this_process_makes_of_it(workers: Workers) -> None:
    assert workers.prepare(PAGE) == prepare(PAGE)


def test_page_that_is_no_posting_is_refused_in_the_same_words(workers: Workers) -> None:
    with pytest.raises(NotAPosting) as here:
        prepare(Page(""))
    with pytest.raises(NotAPosting) as there:
        workers.prepare(Page(""))
    assert str(there.value) == str(here.value)
    assert there.value.kind is PageKind.EMPTY


def test_many_pages_at_once_each_get_their_own_answer(workers: Workers) -> None:
    texts = [f"{AD} Reference {number}." for number in range(60)]
    with ThreadPoolExecutor(12) as pool:
        entries = list(pool.map(lambda text: workers.prepare(Page(text, is_text=True)), texts))
    assert [entry.filed.content["posting"]["text"] for entry in entries] == texts


def test_worker_killed_while_it_waits_costs_no_page(workers: Workers) -> None:
    for pid in workers.pids():
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda pid=pid: not is_running(pid))
    for _ in range(4):
        assert workers.prepare(PAGE).digest


def test_worker_killed_over_a_page_costs_that_page_only(workers: Workers) -> None:
    before = workers.pids()
    at_first = {pid: worked(pid) for pid in before}
    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(workers.prepare, LONG_PAGE) for _ in range(3)]
        wait_until(lambda: all(worked(pid) > at_first[pid] + 0.2 for pid in before))
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        ends = [one.exception() for one in waiting]
    assert sorted(type(end).__name__ for end in ends) == ["NoneType", "NotRead", "NotRead"]
    assert "longer than 30 seconds" in str(next(end for end in ends if isinstance(end, NotRead)))
    assert before.isdisjoint(workers.pids())
    assert workers.prepare(PAGE).digest


def test_page_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    """In a process of its own, where a page takes for ever."""
    assert printed_by(ENDLESS, tmp_path / "endless.py") == ("NotRead\nNotRead\n", "")


ENDLESS = """
import itertools
from server import worker
from server.errors import NotRead
from server.preparing import Page
from server.workers import Workers

worker.LONGEST_SECONDS = 1
worker.prepare = lambda page: [None for _ in itertools.count()] if page.url else len(page.content)

if __name__ == "__main__":
    workers = Workers(1)
    workers.start()
    try:
        workers.prepare(Page("", "https://board.example/endless"))
    except NotRead as error:
        print(type(error).__name__)
    try:
        workers.prepare(Page("", "https://board.example/endless"))
    except NotRead as error:
        print(type(error).__name__)
    workers.close()
"""


def test_workers_that_end_at_their_start_are_not_started_for_ever(tmp_path: Path) -> None:
    assert printed_by(STILLBORN, tmp_path / "stillborn.py") == ("NotRead\n", "")


STILLBORN = """
import os
from server.errors import NotRead
from server.preparing import Page
from server.workers import Workers

if __name__ != "__main__":
    os._exit(1)

workers = Workers(1)
workers.start()
try:
    workers.prepare(Page("We seek a cook for our team. Apply now.", is_text=True))
except NotRead as error:
    print(type(error).__name__)
workers.close()
"""


def test_nothing_is_loaded_from_the_folder_that_the_service_is_started_in(tmp_path: Path) -> None:
    (tmp_path / "server.py").write_text("raise RuntimeError('another program')")
    (tmp_path / "program").mkdir()
    printed = printed_by(READS, tmp_path / "program" / "reads.py", started_in=tmp_path)
    assert printed == ("1 worker\n", "")


READS = """
from server.preparing import Page
from server.workers import Workers

if __name__ == "__main__":
    workers = Workers(1)
    workers.start()
    workers.prepare(Page("We seek a cook for our team. Apply now.", is_text=True))
    print(len(workers.pids()), "worker")
    workers.close()
"""


def test_nobody_waits_for_workers_that_are_closed(workers: Workers) -> None:
    before = workers.pids()
    for pid in before:
        os.kill(pid, signal.SIGSTOP)
    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(workers.prepare, PAGE) for _ in range(4)]
        wait_until(lambda: workers.idle == 0)
        workers.close()
        ends = [one.exception(timeout=30) for one in waiting]
    assert all(isinstance(end, NotRead | ServiceBusy) for end in ends)
    assert not any(map(is_running, before))


def test_without_workers_pages_are_read_here() -> None:
    none = Workers(0)
    none.start()
    assert none.prepare(PAGE) == none.prepare(PAGE) == prepare(PAGE)
    none.close()
    with pytest.raises(ServiceBusy):
        none.prepare(PAGE)


def test_workers_are_ready_once_the_first_is() -> None:
    made = Workers(1)
    made.start()
    assert made.ready.wait(30)
    assert made.idle == 1
    made.close()


def test_workers_are_ready_where_there_will_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("server.workers.Worker", refuse)
    for most in (0, 1):
        none = Workers(most)
        none.start()
        assert none.ready.wait(30)
        assert none.prepare(PAGE) == prepare(PAGE)
        none.close()


def test_one_core_has_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.workers.cores", lambda: 1)
    assert usual_count() == 0
    monkeypatch.setattr("server.workers.cores", lambda: 2)
    assert usual_count() == 2
    monkeypatch.setattr("server.workers.cores", lambda: 64)
    assert usual_count() == 4
