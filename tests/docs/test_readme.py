"""Every command the README shows is run, and prints what the README says it prints."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)


def commands(session: str) -> list[tuple[str, str]]:
    """The (command, expected output) pairs of one console session."""
    parts = re.split(r"^\$ (.*)\n", session, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


EXAMPLES = [pair for session in SESSIONS for pair in commands(session)]


@pytest.fixture(scope="module")
def example_site() -> Iterator[str]:
    """The port at which the example site is served; the README calls it 8031."""
    folder = ROOT / "docs" / "examples" / "tern-maps-site"
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield str(server.server_port)
        server.shutdown()
        thread.join()


def run(command: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=environment, text=True, timeout=120,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    return done.stdout


def test_readme_shows_commands() -> None:
    assert {command.split()[1] for command, _ in EXAMPLES} >= {"analyze", "check", "rules"}


@pytest.mark.parametrize(("command", "expected"), EXAMPLES, ids=[pair[0] for pair in EXAMPLES])
def test_command_prints_what_the_readme_shows(
    command: str, expected: str, example_site: str
) -> None:
    printed = run(command.replace("8031", example_site)).replace(example_site, "8031")
    if expected.rstrip().endswith("…"):  # the README shows only how a long output begins
        assert printed.startswith(expected.rstrip()[:-1].rstrip())
    else:
        assert printed.rstrip() == expected.rstrip()


def test_readme_names_only_files_that_exist() -> None:
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", README)
    assert linked
    assert [path for path in linked if not (ROOT / path).exists()] == []
