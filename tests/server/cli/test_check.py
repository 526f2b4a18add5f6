"""`syncline check`: what was found, where, and why."""

import json
import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.scraper.handbook.texts import HANDBOOK, HOME
from tests.scraper.web_site import serving
from tests.server.cli.conftest import Run

SITE = Path(__file__).parent.parent.parent.parent / "docs" / "examples" / "tern-maps-site"


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        file = SITE / self.path.strip("/") / "index.html"
        content = file.read_bytes() if file.exists() else b"Not here"
        self.send_response(200 if file.exists() else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_handbook_is_found_and_quoted(run: Run, site: str) -> None:
    done = run("check", "--allow-private", f"http://{site}")
    assert done.returncode == 0
    lines = done.stdout.split("\n")
    assert lines[0] == f"{site}: publishes a handbook"
    assert lines[1] == f"  http://{site}/handbook"
    assert lines[2].startswith("  “")
    assert "Looked at" in lines


def test_json_holds_the_finding(run: Run, site: str) -> None:
    document = json.loads(run("check", "--json", "--allow-private", f"http://{site}").stdout)
    assert (document["outcome"], document["host"]) == ("public", "own_site")


def test_private_address_needs_leave(run: Run, site: str) -> None:
    done = run("check", f"http://{site}")
    assert done.returncode == 1
    assert "--allow-private" in done.stdout


def test_what_is_no_domain_is_one_line(run: Run) -> None:
    done = run("check", "ftp://x y")
    assert done.returncode == 1
    assert done.stderr.startswith("syncline: ")
    assert done.stderr.count("\n") == 1


def test_it_shows_what_the_handbook_says_of_working_together(run: Run, site: str) -> None:
    done = run("check", "--allow-private", f"http://{site}")
    says = done.stdout.partition("\nIt says\n")[2].partition("\n\n")[0]
    assert says.startswith("  async  “")


def test_terminal_shows_which_page_is_looked_at(site: str) -> None:
    ours, theirs = pty.openpty()
    program = str(Path(sys.executable).parent / "syncline")
    command = [program, "check", "--allow-private", f"http://{site}"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as done:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # Linux's word for the end
            while piece := os.read(ours, 4096):
                shown += piece
        assert done.stdout is not None
        assert b"publishes a handbook" in done.stdout.read()
    os.close(ours)
    assert re.search(rf"Page \d: http://{site}".encode(), shown)


@pytest.mark.parametrize(
    ("company", "words"),
    [
        ("Acme, Inc.", "A name alone does not say"),
        ("https://boards.greenhouse.io/acme/jobs/1", "Greenhouse is a job board"),
    ],
)
def test_company_that_cannot_be_known_is_said(run: Run, company: str, words: str) -> None:
    done = run("check", company)
    assert (done.returncode, words in done.stdout) == (1, True)


def test_refusal_of_the_site_is_said(run: Run) -> None:
    with serving() as refusing:
        refusing.put("/robots.txt", "User-agent: *\nDisallow: /", kind="text/plain")
        done = run("check", "--allow-private", refusing.url())
    assert done.returncode == 1
    assert done.stdout.startswith(f"{refusing.address}: does not let us look")


def test_nearest_page_that_was_turned_down_is_named(run: Run) -> None:
    with serving() as school:
        school.put("/", HOME.replace("/shop", "/handbook"))
        school.put("/handbook", HANDBOOK.replace("Acme Employee", "Student"))
        done = run("check", "--allow-private", school.url())
    assert done.returncode == 0
    assert "/handbook, looks like the handbook of a school" in " ".join(done.stdout.split())
