"""A real Chromium with the real extension in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, Worker

from scraper import chromium
from tests.e2e.stage.board import HOSTS

EXTENSION = Path(__file__).resolve().parents[3] / "extension"

_SAVE = "address => chrome.storage.local.set({settings: {version: 1, address}})"


class Browser:
    """The browser, and the extension as its background part sees it."""

    def __init__(self, context: BrowserContext, worker: Worker) -> None:
        self.context = context
        self.worker = worker

    def use_service(self, address: str) -> None:
        """Set where the extension looks for the service."""
        self.worker.evaluate(_SAVE, address)

    @property
    def popup_url(self) -> str:
        """The address of the page behind the toolbar button."""
        return str(self.worker.evaluate("chrome.runtime.getURL('popup/popup.html')"))

    @property
    def options_url(self) -> str:
        """The address of the extension's settings page."""
        return str(self.worker.evaluate("chrome.runtime.getURL('options/options.html')"))


@contextmanager
def browser_with_extension(
    playwright: Playwright, profile: Path, board_port: int, language: str = "en"
) -> Iterator[Browser]:
    """Yield a Chromium that finds the job boards on `board_port` and no other host by name."""
    rules = [f"MAP {host} 127.0.0.1:{board_port}" for host in HOSTS]
    rules += ["MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE localhost"]
    arguments = [
        f"--load-extension={EXTENSION}",
        f"--disable-extensions-except={EXTENSION}",
        f"--host-resolver-rules={','.join(rules)}",
        f"--lang={language}",
        "--ignore-certificate-errors",
        "--no-sandbox",  # containers of test machines run as root
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=chromium.find().path,
        headless=True,
        args=arguments,
        ignore_default_args=["--disable-extensions"],
        ignore_https_errors=True,
        env={"LANGUAGE": language},
    )
    try:
        workers = context.service_workers
        worker = workers[0] if workers else context.wait_for_event("serviceworker")
        yield Browser(context, worker)
    finally:
        context.close()
