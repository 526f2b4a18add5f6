"""What the extension costs, beside the naive way in the same run: `python -m bench.extension`.

The naive way (`bench/naive_extension`) sends the whole document and handles every mutation. Both
run in a real browser with the real service: from description present to the frame that shows the
badge, when a page is opened, also while the browser has put the background part to sleep, and when
the next job is drawn in place; main-thread time of 500 cards that come in bursts of 50; bytes sent.
The page's own share of the main thread and the driver's, measured where no extension acts, are
taken off, burst by burst.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from tests.e2e.stage.board import JobBoard, job_board
from tests.e2e.stage.browser import Browser, browser_with_extension, worker_of
from tests.e2e.stage.gate import Gate, gate_before
from tests.e2e.stage.service import Service, running_service

NAIVE = Path(__file__).parent / "naive_extension"
LIST = Path(__file__).parent.parent / "tests" / "e2e" / "pages" / "endless_list.html"

NO_LIST = "https://jobs.lever.co/heron/none/none"
"""An address where both extensions stand by and have nothing to do."""

KNOW_NO_BOARD = """() => chrome.storage.local.set(
  {sites: {fetched: Date.now(), document: {version: "", sites: []}}})"""

PAIR = """async ([service, code]) => {
  const headers = {"Content-Type": "application/json"};
  const body = JSON.stringify({code, name: "the naive way"});
  const answer = await fetch(`${service}/api/v1/pair`, {method: "POST", headers, body});
  const {token} = await answer.json();
  await chrome.storage.local.set({token});
}"""

OPENED, SWITCHED, SENT, BURSTS, BURST = 30, 60, 10, 10, 50

AD = """We are an async-first team. Decisions are made in written RFCs. There are no daily standups.
Join the on-call rotation one week in eight. You own the tile pipeline of our sea charts.
Requirements: you know your way with tiles and with harbours. Apply with your CV and a letter."""

PAGE = f"""<!doctype html><title>Heron jobs</title><body>
<nav>{"<a href='/x'>Another job of the same company</a> " * 2000}</nav>
<script>window.state = "{"kept by the page for itself " * 5000}";</script>
<main><div class="banner"><h1></h1></div><div class="description"></div></main>
<script>
  const shown = (before, begun) => new Promise((resolve) => {{
    const look = () => {{
      const badge = document.querySelector("syncline-badge[data-position], naive-badge");
      if (!badge || badge === before) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    }};
    const observer = new MutationObserver(look);
    observer.observe(document, {{subtree: true, childList: true, attributes: true}});
  }});
  window.draw = (name) => {{
    const before = document.querySelector("syncline-badge, naive-badge");
    history.replaceState({{}}, "", `/p/${{name}}`);
    document.querySelector("h1").textContent = `Map Engineer ${{name}}`;
    document.querySelector(".description").innerHTML = `<p>{AD} ${{name}}</p>`;
    return shown(before, performance.now());
  }};
  window.opened = draw(location.pathname.split("/").pop());
</script>"""


@dataclass
class Cost:
    """What one way costs; times in milliseconds."""

    opened: list[float] = field(default_factory=list)
    woken: list[float] = field(default_factory=list)
    switched: list[float] = field(default_factory=list)
    sent: float = 0.0
    bursts: list[float] = field(default_factory=list)
    sent_of_list: float = 0.0


def main() -> None:
    """Measure both ways and print them side by side."""
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        board = stack.enter_context(job_board())
        folder = Path(stack.enter_context(a_folder()))
        service = stack.enter_context(running_service(folder))
        with (
            browser_with_extension(playwright, folder / "ours", board.port) as browser,
            gate_before(service.port) as gate,
        ):
            browser.pair(service.address)
            ours = measure(browser, browser.use_service, service, gate, board)
            alone = scroll(browser.context.new_page(), board, NO_LIST, marked="h3")
        with (
            browser_with_extension(
                playwright, folder / "naive", board.port, others=[NAIVE]
            ) as browser,
            gate_before(service.port) as gate,
        ):
            naive = measure(browser, hand_over(browser, service), service, gate, board)
    for cost in (ours, naive):
        cost.bursts = [max(all_ - own, 0.0) for all_, own in zip(cost.bursts, alone, strict=True)]
    Console().print(table(ours, naive))


def a_folder() -> AbstractContextManager[str]:
    """Yield a folder that is deleted in the end, whatever a browser still writes into it."""
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


UseService = Callable[[str], object]
"""Sets the address where an extension finds the service."""


def hand_over(browser: Browser, service: Service) -> UseService:
    """Let Syncline's own extension know no board, and pair the naive one instead."""
    browser.use_unpaired("http://127.0.0.1:9")
    browser.worker.evaluate(KNOW_NO_BOARD)
    page = browser.context.new_page()
    page.goto(f"{service.address}/connect")
    code = page.locator("meta[name=syncline-pairing-code]").get_attribute("content")
    page.close()
    naive = worker_of(browser.context, "/naive_worker.js")
    naive.evaluate(PAIR, [service.address, code])
    return lambda address: naive.evaluate("address => chrome.storage.local.set({address})", address)


def measure(
    browser: Browser, use: UseService, service: Service, gate: Gate, board: JobBoard
) -> Cost:
    """Open and switch postings, then scroll a list; what is sent is seen at the gate."""
    cost = Cost()
    page = browser.context.new_page()
    use(gate.address)
    for number in range(SENT):
        page.goto(board.publish(f"https://heron.breezy.hr/p/sent-{number}", PAGE))
        page.evaluate("opened")
    cost.sent = sum(map(len, gate.seen)) / SENT
    gate.seen.clear()
    use(service.address)
    for number in range(OPENED):
        page.goto(board.publish(f"https://heron.breezy.hr/p/opened-{number}", PAGE))
        cost.opened.append(page.evaluate("opened"))
    for number in range(SWITCHED):
        cost.switched.append(page.evaluate(f"draw('switched-{number}')"))
    use(gate.address)
    address = "https://weworkremotely.com/remote-jobs/search?term=bench"
    cost.bursts = scroll(page, board, address, marked="syncline-card, naive-badge")
    cost.sent_of_list = sum(map(len, gate.seen))
    use(service.address)
    for number in range(OPENED):
        end_workers(browser)
        page.goto(board.publish(f"https://heron.breezy.hr/p/woken-{number}", PAGE))
        cost.woken.append(page.evaluate("opened"))
    return cost


def end_workers(browser: Browser) -> None:
    """End every background part, as the browser does when one was idle for half a minute."""
    devtools = (browser.context.browser or sys.exit("no browser")).new_browser_cdp_session()
    for target in devtools.send("Target.getTargets")["targetInfos"]:
        if target["type"] == "service_worker":
            devtools.send("Target.closeTarget", {"targetId": target["targetId"]})
    devtools.detach()


def scroll(page: Page, board: JobBoard, address: str, marked: str) -> list[float]:
    """Return the main thread's milliseconds for each burst, until its last card is `marked`."""
    page.goto(board.publish(address, LIST))
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    costs = []
    for number in range(BURSTS):
        before = busy(devtools)
        page.evaluate(f"append({BURST}); scrollTo(0, document.body.scrollHeight)")
        wanted = f"li:nth-child({number * BURST + 46})"
        page.wait_for_selector(f"{wanted} :is({marked})", state="attached")
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 300)))")
        costs.append(busy(devtools) - before)
    return costs


def busy(devtools: CDPSession) -> float:
    """Return the milliseconds of processor time that the main thread has spent so far."""
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


def table(ours: Cost, naive: Cost) -> Table:
    """Lay both out, with the naive way's figure as a multiple of ours."""
    shown = Table("measured", "Syncline", "naive", "ratio")

    def row(name: str, one: float, other: float, unit: str) -> None:
        ratio = f"{other / one:.1f}" if one > 0 else "–"
        shown.add_row(name, f"{one:.1f} {unit}", f"{other:.1f} {unit}", ratio)

    for name, mine, theirs in (
        ("badge after the page was opened", ours.opened, naive.opened),
        ("the same, background part asleep", ours.woken, naive.woken),
        ("badge after the next job was drawn", ours.switched, naive.switched),
    ):
        row(f"{name}, median", statistics.median(mine), statistics.median(theirs), "ms")
        row(f"{name}, 95th percentile", late(mine), late(theirs), "ms")
    row("sent for a posting", ours.sent / 1000, naive.sent / 1000, "KB")
    for name, which in (("median", statistics.median), ("worst", max)):
        one, other = which(ours.bursts), which(naive.bursts)
        row(f"main thread, a burst of {BURST} cards, {name}", one, other, "ms")
    row(
        f"sent for {BURSTS * BURST} cards",
        ours.sent_of_list / 1000,
        naive.sent_of_list / 1000,
        "KB",
    )
    return shown


def late(milliseconds: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(milliseconds, n=20)[-1]


if __name__ == "__main__":
    main()
