"""What is left behind after minutes of scrolling: `python -m bench.extension_soak --minutes 10`.

A virtualised list gives its cards to other postings every half second, in a real browser with the
real service. Minute by minute, after the garbage is gone: DOM nodes, listeners and JavaScript heap.
"""

from __future__ import annotations

import argparse
import time

from playwright.sync_api import CDPSession, Page, expect
from rich.console import Console
from rich.live import Live
from rich.table import Table

from bench.extension import LIST
from tests.e2e.stage.whole import whole_stage

ADDRESS = "https://weworkremotely.com/remote-jobs/search?term=soak"
CARDS, PAUSE_MS = 20, 500


def main() -> None:
    """Scroll, and print a line each minute."""
    parser = argparse.ArgumentParser(description="Scrolls a list and counts what is left behind.")
    parser.add_argument("--minutes", type=int, default=10)
    minutes: int = parser.parse_args().minutes
    with whole_stage() as (browser, board):
        page = browser.context.new_page()
        page.goto(board.publish(ADDRESS, LIST))
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable")
        page.evaluate(f"append({CARDS})")
        table = Table("minute", "cards so far", "DOM nodes", "listeners", "heap")
        with Live(table, console=Console()):
            for minute in range(1, minutes + 1):
                scroll_for_a_minute(page)
                table.add_row(str(minute), str(page.evaluate("next")), *left_behind(devtools))


def scroll_for_a_minute(page: Page) -> None:
    """Recycle the cards again and again; at the end all of them have their chips."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        page.evaluate("recycle()")
        page.wait_for_timeout(PAUSE_MS)
    expect(page.locator("syncline-card")).to_have_count(CARDS // 5)


def left_behind(devtools: CDPSession) -> tuple[str, str, str]:
    """Return nodes, listeners and megabytes of heap once the garbage is gone."""
    for _ in range(2):
        devtools.send("HeapProfiler.collectGarbage")
    found = devtools.send("Performance.getMetrics")["metrics"]
    metrics = {one["name"]: float(one["value"]) for one in found}
    heap = f"{metrics['JSHeapUsedSize'] / 1e6:.1f} MB"
    return f"{metrics['Nodes']:.0f}", f"{metrics['JSEventListeners']:.0f}", heap


if __name__ == "__main__":
    main()
