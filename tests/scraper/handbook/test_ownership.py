"""Whose handbook a page is, as far as the page itself can tell."""

import pytest

from scraper.handbook.company import parse_company
from scraper.handbook.naming import is_named_like
from scraper.handbook.ownership import why_not_owned
from scraper.handbook.reading import Link, ReadPage

ACME = parse_company("acme.com")


def page(url: str, text: str, *links: str) -> ReadPage:
    return ReadPage(url, "Handbook", (), text, tuple(Link(link, "") for link in links))


def test_page_of_the_company_is_its_own() -> None:
    assert why_not_owned(page("https://acme.com/handbook", "We work."), ACME) is None


def test_fork_on_github_is_somebody_elses() -> None:
    text = "acme / handbook Public forked from famous/handbook"
    why = why_not_owned(page("https://github.com/acme/handbook", text), ACME)
    assert why == "a copy of famous/handbook"


def test_copy_of_a_famous_handbook_is_not_the_companys() -> None:
    text = "GitLab writes things down. " * 5
    why = why_not_owned(page("https://acme.com/handbook", text), ACME)
    assert why == "about GitLab, not about this company"


def test_handbook_that_thanks_a_famous_one_is_the_companys() -> None:
    text = "Acme writes things down, as GitLab does."
    assert why_not_owned(page("https://acme.com/handbook", text), ACME) is None


def test_handbook_of_another_employer_is_somebody_elses() -> None:
    text = "Welcome to Famous! We at Famous write. You will work at Famous. Join Famous."
    home = page("https://acme.com/", "We make kites.")
    theirs = page("https://github.com/acme/handbook", text)
    assert why_not_owned(theirs, ACME, home) == "about Famous, not about this company"


@pytest.mark.parametrize(
    ("text", "home_text"),
    [
        ("Working at Kitewerk is fun. " * 9, "Kitewerk makes kites."),
        ("Working at Kitewerk is fun. " * 9 + "Acme is its maker.", "We make kites."),
        ("At Kitewerk, at Monday, at Home.", "We make kites."),
    ],
)
def test_employer_of_another_name_may_be_the_company(text: str, home_text: str) -> None:
    home = page("https://acme.com/", home_text)
    assert why_not_owned(page("https://acme.com/handbook", text), ACME, home) is None


def test_famous_company_may_speak_of_itself() -> None:
    famous = parse_company("gitlab.com")
    assert why_not_owned(page("https://handbook.gitlab.com/", "GitLab " * 9), famous) is None


@pytest.mark.parametrize(
    ("url", "text", "link"),
    [
        ("https://acme.works/", "We work.", "https://acme.works/pay"),
        ("https://elsewhere.com/", "We work.", "https://www.acme.com/"),
        ("https://elsewhere.com/", "At Acme we work.", "https://elsewhere.com/pay"),
        ("https://odd-name-1.notion.site/1", "We work.", "https://elsewhere.com/"),
    ],
)
def test_page_at_another_domain_may_be_the_companys(url: str, text: str, link: str) -> None:
    assert why_not_owned(page(url, text, link), ACME) is None


def test_page_at_another_domain_must_name_the_company() -> None:
    why = why_not_owned(page("https://elsewhere.com/", "We work."), ACME)
    assert why == "at elsewhere.com, and does not name this company"


@pytest.mark.parametrize("name", ["acme", "acme-inc", "teamacme", "Acme_Labs"])
def test_organisation_may_be_named_a_little_otherwise(name: str) -> None:
    assert is_named_like(name, ACME)


@pytest.mark.parametrize("name", ["ac", "kites", ""])
def test_other_name_is_another(name: str) -> None:
    assert not is_named_like(name, ACME)
