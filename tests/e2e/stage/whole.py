"""The whole stage at once, for programs that show or measure the extension and are no tests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.stage.board import JobBoard, job_board
from tests.e2e.stage.browser import Browser, browser_with_extension
from tests.e2e.stage.service import running_service


@contextmanager
def whole_stage() -> Iterator[tuple[Browser, JobBoard]]:
    """Yield a browser whose extension is paired with a running service, and a board to visit."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data,
        sync_playwright() as playwright,
        job_board() as board,
        running_service(Path(data)) as service,
        browser_with_extension(playwright, Path(data) / "profile", board.port) as browser,
    ):
        browser.pair(service.address)
        yield browser, board
