"""Names of well-known companies stand for their domains."""

import pytest
from yarl import URL

from scraper.handbook.known import domain_of, known_companies, known_handbook


@pytest.mark.parametrize("name", ["GitLab", "gitlab", "  GITLAB "])
def test_known_name_stands_for_its_domain(name: str) -> None:
    assert domain_of(name) == "gitlab.com"


def test_company_may_have_other_names() -> None:
    assert domain_of("37signals") == "basecamp.com"


def test_unknown_name_stands_for_nothing() -> None:
    assert domain_of("Acme Widgets") is None
    assert known_handbook("acme.com") is None


def test_every_known_handbook_is_an_address() -> None:
    handbooks = [one.handbook for one in known_companies() if one.handbook]
    assert all(URL(url).scheme == "https" and URL(url).host for url in handbooks)


def test_no_name_and_no_domain_stands_twice() -> None:
    names = [name.lower() for one in known_companies() for name in (one.name, *one.also)]
    domains = [domain for one in known_companies() for domain in one.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))
