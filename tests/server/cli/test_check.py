"""`syncline check`: what was found, where, and why."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

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
