"""A bad site ends in one clear outcome, in bounded time and memory; the next company is unhurt."""

import gzip
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psutil
import pytest

from scraper import Fetcher, HandbookFinding, Outcome, check
from scraper.limits import MEGABYTE, Timeouts
from tests.scraper.handbook.conftest import Checked
from tests.scraper.handbook.texts import HANDBOOK, HOME
from tests.scraper.web_site import Site

HASTE = Timeouts(connect=1, read=1, total=2, render=4, settle=1)
_MOST_BYTES = 150 * MEGABYTE
_MOST_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Bad:
    """What a site answers for its home page, or for another path, and what comes out."""

    outcome: Outcome
    why: str
    reply: dict[str, Any]
    path: str = "/"


BOMB = gzip.compress(bytes(300_000_000), compresslevel=1)
MAP_BOMB = gzip.compress(b"<loc>http://bad.com/handbook</loc>" * 9_000_000, compresslevel=1)

SITES = {
    "hangs": Bad(Outcome.UNREACHABLE, "did not answer", {"hangs": True}),
    "drips a byte at a time": Bad(
        Outcome.UNREACHABLE, "did not answer", {"body": b"x", "pause": 0.1}
    ),
    "sends without end": Bad(Outcome.UNCLEAR, "larger than", {"body": bytes(900_000), "pause": 0}),
    "unfolds from gzip": Bad(
        Outcome.UNCLEAR, "larger than", {"body": BOMB, "headers": {"Content-Encoding": "gzip"}}
    ),
    "breaks its gzip": Bad(
        Outcome.UNREACHABLE,
        "breaks off",
        {
            "body": gzip.compress(HOME.encode())[:20] + b"\xff" * 200,
            "headers": {"Content-Encoding": "gzip"},
        },
    ),
    "says gzip and sends none": Bad(
        Outcome.UNREACHABLE,
        "breaks off",
        {"body": HOME.encode(), "headers": {"Content-Encoding": "gzip"}},
    ),
    "redirects in a circle": Bad(
        Outcome.UNCLEAR, "sends on", {"status": 302, "headers": {"Location": "/"}}
    ),
    "redirects to a file": Bad(
        Outcome.UNCLEAR, "no web address", {"status": 302, "headers": {"Location": "file:///etc"}}
    ),
    "says a wrong charset": Bad(
        Outcome.NONE_FOUND,
        "None of",
        {"body": HOME.encode("utf-16"), "kind": "text/html;charset=x"},
    ),
    "sends a picture": Bad(Outcome.UNCLEAR, "no text", {"body": b"GIF89a", "kind": "image/gif"}),
    "breaks its robots.txt": Bad(
        Outcome.BLOCKED, "robots.txt answers 500", {"status": 500}, "/robots.txt"
    ),
    "has a robots.txt of ten megabytes": Bad(
        Outcome.NONE_FOUND, "None of", {"body": b"# x\n" * 2_500_000}, "/robots.txt"
    ),
    "has a sitemap that unfolds": Bad(
        Outcome.NONE_FOUND,
        "None of",
        {"body": MAP_BOMB, "kind": "application/gzip"},
        "/sitemap.xml",
    ),
    "has a sitemap of itself": Bad(
        Outcome.NONE_FOUND,
        "None of",
        {"body": b"<sitemapindex><loc>http://bad.com/sitemap.xml?page</loc>"},
        "/sitemap.xml",
    ),
    "is too busy": Bad(
        Outcome.BLOCKED, "429", {"status": 429, "headers": {"Retry-After": "86400"}}
    ),
    "nests elements": Bad(Outcome.NONE_FOUND, "None of", {"body": b"<div>" * 300_000}),
}
"""What a bad site does."""


@pytest.fixture
def both_checked(fetching: Callable[..., Any], site: Site, other_site: Site) -> Checked:
    """Check bad.com at `site`, then a good company, with one fetcher: the finding of the first."""
    other_site.put("/", HOME)
    other_site.put("/handbook", HANDBOOK)
    hosts = {"bad.com:80": site.address, "good.com:80": other_site.address}

    async def both(fetcher: Fetcher) -> HandbookFinding:
        bad = await check("http://bad.com", fetcher=fetcher)
        good = await check("http://good.com", fetcher=fetcher)
        assert good.outcome is Outcome.PUBLIC
        return bad

    return lambda: fetching(both, hosts=hosts, timeouts=HASTE)


@pytest.mark.parametrize("kind", SITES)
def test_bad_site_has_one_clear_outcome(site: Site, both_checked: Checked, kind: str) -> None:
    bad = SITES[kind]
    if bad.path != "/":
        site.put("/", HOME)
    site.put(bad.path, **bad.reply)
    process, begun = psutil.Process(), time.monotonic()
    before = process.memory_info().rss
    finding = both_checked()
    assert (finding.outcome, bad.why in finding.why) == (bad.outcome, True), finding.why
    assert process.memory_info().rss - before < _MOST_BYTES
    assert time.monotonic() - begun < _MOST_SECONDS


@pytest.mark.browser
@pytest.mark.parametrize(
    "script",
    [
        "while (true) {}",
        "while (true) alert('x')",
        "for (;;) window.open('/')",
        "document.write('<p>x'.repeat(1e7))",
    ],
)
def test_home_page_that_freezes_the_browser_is_unclear(
    site: Site, both_checked: Checked, script: str
) -> None:
    site.put("/", f"<body><script>{script}</script>")
    begun = time.monotonic()
    finding = both_checked()
    assert finding.outcome is Outcome.UNCLEAR
    assert time.monotonic() - begun < 3 * _MOST_SECONDS


def test_invalid_certificate_is_unreachable_and_said(
    secure_site: Site, fetching: Callable[..., Any]
) -> None:
    hosts = {"acme.example:443": secure_site.address}
    finding = fetching(lambda fetcher: check("acme.example", fetcher=fetcher), hosts=hosts)
    assert finding.outcome is Outcome.UNREACHABLE
    assert "certificate" in finding.why


def test_certificate_of_another_name_is_unreachable_and_said(
    secure_site: Site, trusting: ssl.SSLContext, fetching: Callable[..., Any]
) -> None:
    hosts = {"other.example:443": secure_site.address}
    finding = fetching(
        lambda fetcher: check("other.example", fetcher=fetcher), hosts=hosts, ssl_context=trusting
    )
    assert finding.outcome is Outcome.UNREACHABLE
    assert "certificate" in finding.why


def test_internationalised_name_is_found(site: Site, fetching: Callable[..., Any]) -> None:
    site.put("/", HOME)
    site.put("/handbook", HANDBOOK)
    hosts = {"xn--bcher-kva.example": site.address}
    finding = fetching(lambda fetcher: check("http://Bücher.example", fetcher=fetcher), hosts=hosts)
    assert (finding.outcome, finding.domain) == (Outcome.PUBLIC, "xn--bcher-kva.example")


def test_link_to_a_name_that_cannot_be_one_is_passed_over(
    site: Site, both_checked: Checked
) -> None:
    links = "".join(f"<a href='http://{name}/handbook'>Handbook</a>" for name in ("xn--a.com", "["))
    site.put("/", HOME.replace("</body>", links))
    assert both_checked().outcome is Outcome.NONE_FOUND


@pytest.mark.parametrize(
    "address", ["https://boards.greenhouse.io/acme/jobs/1", "https://www.linkedin.com/company/acme"]
)
def test_page_on_a_job_board_is_not_taken_for_the_boards_own(
    fetching: Callable[..., Any], address: str
) -> None:
    finding = fetching(lambda fetcher: check(address, fetcher=fetcher), hosts={})
    assert (finding.outcome, finding.looked_at) == (Outcome.UNCLEAR, ())
    assert "job board" in finding.why


def test_page_of_a_well_known_company_on_a_job_board_stands_for_the_company(
    fetching: Callable[..., Any],
) -> None:
    address = "https://boards.greenhouse.io/gitlab/jobs/1"
    finding = fetching(lambda fetcher: check(address, fetcher=fetcher), hosts={})
    assert finding.domain == "gitlab.com"
