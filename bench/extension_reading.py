"""Which way the extension's snapshots of saved pages are read: `python -m bench.extension_reading`.

Each saved page of a known board goes through the extension's snapshot in a real browser, as the
popup does it, and what comes out goes to the reader: by the board's places, by JSON-LD, by the main
content, or refused, and why. Of lists, the cards that the board's record finds are counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from bench import corpus
from scraper import chromium
from server.site_documents import COPY
from signals import NotAPosting, read
from signals.sites import Site, load

EXTENSION = COPY.parent.parent

PLACES = {
    "indeed job": "https://www.indeed.com/viewjob?jk=1",
    "indeed list": "https://www.indeed.com/jobs?q=x",
    "linkedin list": "https://www.linkedin.com/jobs/search/?currentJobId=1",
    "linkedin other": "https://www.linkedin.com/jobs/view/1",
    "glassdoor list": "https://www.glassdoor.com/Job/x-jobs.htm",
    "wellfound list": "https://wellfound.com/jobs",
    "workatastartup job": "https://www.workatastartup.com/jobs/1",
    "hackernews list": "https://news.ycombinator.com/item?id=1",
}
"""An address for pages that were saved without theirs, by board and kind."""

SNAPSHOT = """async ([site, html]) => {
  const { takeSnapshot } = await import("/content/snapshot.js");
  const { readCardText } = await import("/content/cards.js");
  const page = new DOMParser().parseFromString(html, "text/html");
  const cards = site.card === null ? [] : [...page.querySelectorAll(site.card.item)];
  const texts = cards.map((card) => readCardText(card, site.card));
  const told = texts.filter(({ title }) => title !== "");
  const started = performance.now();
  const sent = takeSnapshot(page, site.posting);
  return { sent, cards: told.length, milliseconds: performance.now() - started };
}"""


@dataclass
class Row:
    """What came of the pages of one board and kind."""

    pages: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    cards: list[int] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    whole: int = 0
    sent: int = 0


def main() -> None:
    """Print the table."""
    rows: dict[tuple[str, str], Row] = defaultdict(Row)
    sites = {site.id: site for site in load()}
    with a_blank_page() as page:
        for saved in corpus.pages():
            if site := sites.get(saved.site):
                tally(rows[saved.site, saved.kind], page, saved, site)
    Console().print(table(rows))


def tally(row: Row, page: Page, saved: corpus.SavedPage, site: Site) -> None:
    """Take one page's snapshot, read it, and note what came of it."""
    html = saved.content.decode(errors="replace")
    taken = page.evaluate(SNAPSHOT, [_as_json(site), html])
    row.pages += 1
    row.whole += len(saved.content)
    row.cards.append(taken["cards"])
    row.milliseconds.append(taken["milliseconds"])
    if taken["sent"] is None:
        row.ways["too large to send"] += 1
        return
    row.sent += len(taken["sent"].encode())
    url = saved.url if saved.url.startswith("http") else PLACES.get(f"{saved.site} {saved.kind}")
    try:
        row.ways[read(taken["sent"], url).read_by] += 1
    except NotAPosting as refusal:
        row.ways[f"refused: {refusal.kind}"] += 1


def table(rows: dict[tuple[str, str], Row]) -> Table:
    """Lay the rows out."""
    shown = Table("board", "kind", "pages", "read by", "cards a page", "sent", "snapshot ms")
    for (site, kind), row in sorted(rows.items()):
        ways = ", ".join(f"{way} {count}" for way, count in row.ways.most_common())
        cards = "/".join(map(str, row.cards)) if kind == "list" else ""
        share = f"{row.sent / row.whole:.1%} of {row.whole / 1000:.0f} KB"
        slowest = f"{max(row.milliseconds):.0f}"
        shown.add_row(site, kind, str(row.pages), ways, cards, share, slowest)
    return shown


def _as_json(site: Site) -> dict[str, Any]:
    parts, card = site.posting, site.card
    return {"posting": asdict(parts), "card": card and asdict(card)}


@contextmanager
def a_blank_page() -> Iterator[Page]:
    """Yield a page of a server that serves the extension's files, and nothing else."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(EXTENSION)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find().path, args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/PRIVACY.md")
        yield page
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
