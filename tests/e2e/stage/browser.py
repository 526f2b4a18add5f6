"""A real Chromium with the real extension in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, Worker

from scraper import chromium
from tests.e2e.stage.board import HOSTS

EXTENSION = Path(__file__).resolve().parents[3] / "extension"

OTHER_EXTENSION = Path(__file__).with_name("other_extension")
"""One that may reach this machine's services, and does what a test tells it."""

_SAVE = """([address, token]) => chrome.storage.local.set({
  settings: {version: 1, address},
  pairings: token === null ? {} : {[address]: token},
})"""

_TOKEN = "async address => (await chrome.storage.local.get('pairings')).pairings?.[address] ?? null"


_CLOSE_FIRST = """async () => {
  for (let looks = 0; looks < 300; looks += 1) {
    const [shown] = await chrome.runtime.getContexts({contextTypes: ["TAB"]});
    if (shown && (await chrome.tabs.get(shown.tabId)).status === "complete") {
      await chrome.tabs.remove(shown.tabId);
      return shown.documentUrl;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the extension opened no page");
}"""
"""Closes the page that opens by itself on first start, so that tests meet only their own.

Not while it loads: Chromium then now and then starts what comes next without its texts.
"""


class Browser:
    """The browser, and the extension as its background part sees it.

    Attributes:
        context: the browser's tabs.
        worker: the extension's background part.
        opened_first: the address of the page that the extension opened by itself.
    """

    def __init__(self, context: BrowserContext, worker: Worker) -> None:
        self.context = context
        self.worker = worker
        self.opened_first = ""
        self._tokens: dict[str, str] = {}

    def pair(self, address: str) -> None:
        """Pair the extension with the service at `address`, by opening its page Connect."""
        self.worker.evaluate(_SAVE, [address, None])
        page = self.context.new_page()
        page.goto(f"{address}/connect")
        page.wait_for_url(f"{address}/connect/paired")
        page.close()
        self._tokens[address] = self.worker.evaluate(_TOKEN, address)

    def use_service(self, address: str) -> None:
        """Set where the extension looks for the service: one it was paired with, or a gate.

        A gate is taken to stand before the service that was paired first.
        """
        first = next(iter(self._tokens.values()), None)
        self.worker.evaluate(_SAVE, [address, self._tokens.get(address, first)])

    def token_of(self, address: str) -> str:
        """Return the token that the extension got of the service at `address`."""
        return self._tokens[address]

    def use_unpaired(self, address: str) -> None:
        """Set where the extension looks for the service, with no pairing."""
        self.worker.evaluate(_SAVE, [address, None])

    @property
    def welcome_url(self) -> str:
        """The address of the page that opens on first start."""
        return str(self.worker.evaluate("chrome.runtime.getURL('welcome/welcome.html')"))

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
    playwright: Playwright,
    profile: Path,
    board_port: int,
    language: str = "en",
    *,
    others: Sequence[Path] = (),
    names: Mapping[str, str] | None = None,
) -> Iterator[Browser]:
    """Yield a Chromium that finds the job boards on `board_port` and no other host by name.

    Args:
        playwright: what drives it.
        profile: an empty folder.
        board_port: where the job boards answer.
        language: of its surface.
        others: folders of further extensions.
        names: further host names, with the address and port where each is found.
    """
    loaded = ",".join(str(folder) for folder in (EXTENSION, *others))
    rules = [f"MAP {host} 127.0.0.1:{board_port}" for host in HOSTS]
    rules += [f"MAP {name} {place}" for name, place in (names or {}).items()]
    rules += ["MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE localhost"]
    arguments = [
        f"--load-extension={loaded}",
        f"--disable-extensions-except={loaded}",
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
        browser = Browser(context, worker_of(context, "/background/worker.js"))
        browser.opened_first = browser.worker.evaluate(_CLOSE_FIRST)
        yield browser
    finally:
        context.close()


def worker_of(context: BrowserContext, script: str) -> Worker:
    """Return the background part, of whichever extension, that runs `script`."""

    def runs(worker: Worker) -> bool:
        return worker.url.endswith(script)

    found = [worker for worker in context.service_workers if runs(worker)]
    return found[0] if found else context.wait_for_event("serviceworker", runs)
