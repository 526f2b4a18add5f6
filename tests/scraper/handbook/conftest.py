"""A company's sites on loopback, under host names of their own, and how one is checked."""

from collections.abc import Callable
from typing import Any

import pytest

from scraper import HandbookFinding, check
from tests.scraper.handbook.texts import HOME
from tests.scraper.web_site import Site

Checked = Callable[..., HandbookFinding]


@pytest.fixture
def checked(fetching: Callable[..., Any], site: Site) -> Checked:
    """Check a company whose sites all lie on `site`, unless `hosts` says otherwise."""
    names = dict.fromkeys(("acme.com", "www.acme.com"), site.address)

    def run(company: str = "acme.com", hosts: dict[str, str] | None = None) -> HandbookFinding:
        known = {f"{name}:80": address for name, address in {**names, **(hosts or {})}.items()}
        return fetching(lambda fetcher: check(company, fetcher=fetcher), hosts=known)

    site.put("/", HOME)
    return run


def result(finding: HandbookFinding, path: str) -> str:
    (visit,) = [visit for visit in finding.looked_at if visit.url == f"http://acme.com{path}"]
    return visit.result
