"""The same extension in a real Firefox: `firefox/*.test.js`, run by Node."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.stage.board import JobBoard
from tests.e2e.stage.browser import EXTENSION
from tests.e2e.stage.service import Service
from tests.e2e.stage.tunnel import tunnel_to

SCRIPT = Path(__file__).parent / "firefox" / "badge.test.js"
TIMEOUT_SECONDS = 240

NO_STYLES = "default-src 'none'; style-src 'none'"


def firefox() -> str:
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    return found or pytest.fail("no Firefox here: run `make firefox`")


def test_extension_does_the_same_in_firefox(
    board: JobBoard, shared_service: Service, pages: Path
) -> None:
    listing = pages / "sites" / "weworkremotely_list.html"
    posting = "https://tern-maps.breezy.hr/p/firefox"
    with tunnel_to(board.port) as port:
        environment = {
            **os.environ,
            "FIREFOX": firefox(),
            "EXTENSION": str(EXTENSION),
            "TUNNEL_PORT": str(port),
            "SERVICE": shared_service.address,
            "POSTING": board.publish(posting, pages / "async_first.html"),
            "STRICT": board.publish(f"{posting}-strict", pages / "async_first.html", NO_STYLES),
            "IN_PLACE": board.publish(
                "https://heron.breezy.hr/p/mapper", pages / "two_columns.html"
            ),
            "LIST": board.publish("https://weworkremotely.com/remote-jobs/search?q=fx", listing),
        }
        done = subprocess.run(
            [shutil.which("node") or "node", "--test", "--test-reporter=spec", SCRIPT],
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
            env=environment,
        )
    assert done.returncode == 0, done.stdout + done.stderr
