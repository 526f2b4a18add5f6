"""Hostile HTML in every field that a page shows is text there, and nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from scraper.handbook.model import HandbookFinding, Outcome, Visit
from server import pairing
from server.store import (
    Correction,
    Store,
    add_correction,
    keep_finding,
    save_analysis,
)
from signals import Posting, analyze
from tests.server.pages.browsing import page

COMPANY = "acme.com"
_BREAKS_OUT = (
    "\"'></title></textarea></script><img src=x onerror=alert(1)><script>alert(2)</script>"
)


def hostile(field: str) -> str:
    return f"{field} {_BREAKS_OUT}{{{{ 7 * 7 }}}}"


@pytest.fixture
def paths(store: Store, client: FlaskClient) -> list[str]:
    """Every page that shows something of others, and every field of it hostile."""
    text = (
        f"{hostile('Text')}. We are async-first {hostile('quote')}. Working hours: 9am to 5pm EST."
    )
    ids = [save(store, text), save(store, f"{text} Again.")]
    add_correction(store, ids[0], Correction(rule=hostile("Rule")[:90], note=hostile("Note")))
    keep_finding(store, COMPANY, finding())
    pairing.redeem(store, pairing.make_code(store), hostile("Browser"))
    client.put("/api/v1/profile", json={"time_zone": "Asia/Jakarta"})
    query = f"q={_BREAKS_OUT}&company={_BREAKS_OUT}&site={_BREAKS_OUT}&cursor="
    compared = "/compare?" + "&".join(f"id={id_}" for id_ in ids)
    lists = ["/", "/history", f"/history?{query}", compared, "/companies", f"/companies/{COMPANY}"]
    rest = ["/connect", "/connect/browsers", f"/profile?saved={_BREAKS_OUT}", f"/{_BREAKS_OUT}"]
    return [*lists, *(f"/analyses/{id_}" for id_ in ids), *rest]


def save(store: Store, text: str) -> str:
    posting = Posting(
        text,
        title=hostile("Title"),
        company=hostile("Company"),
        location=hostile("Location"),
        url=f"https://board.example/{_BREAKS_OUT}",
    )
    return save_analysis(store, posting, analyze(posting), company_domain=COMPANY).id


def finding() -> HandbookFinding:
    return HandbookFinding(
        company=hostile("Company"),
        domain=COMPANY,
        outcome=Outcome.PUBLIC,
        url="javascript:alert(3)",
        host=None,
        evidence=hostile("Evidence"),
        why=hostile("Why"),
        looked_at=(Visit(hostile("https://acme.com/"), hostile("Result")),),
        checked_at=datetime.now(UTC),
        signals=(analyze("We are async-first.").signals[0],),
    )


def test_no_field_becomes_markup(client: FlaskClient, paths: list[str]) -> None:
    for path in paths:
        shown = page(client.get(path, headers={"Accept": "text/html"}).text)
        assert list(strange(shown)) == [], path


def strange(shown: BeautifulSoup) -> Iterator[str]:
    """What no template of ours writes."""
    for element in shown.find_all(True):
        own = {"script": "src", "link": "href", "img": "src"}.get(element.name)
        if own and not str(element.get(own, "")).startswith("/static/"):
            yield str(element)[:80]
        for name, value in element.attrs.items():
            if name.startswith("on") or str(value).lower().startswith("javascript:"):
                yield f"{element.name} {name}"


def test_what_is_hostile_is_shown_as_it_was_written(client: FlaskClient, paths: list[str]) -> None:
    seen = " ".join(
        page(client.get(path, headers={"Accept": "text/html"}).text).get_text() for path in paths
    )
    for field in ("Title", "Company", "Location", "Text", "Note", "Evidence", "Why", "Browser"):
        assert hostile(field)[:90] in seen, field  # a browser may call itself no longer
