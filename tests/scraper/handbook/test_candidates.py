"""Which links may lead to a company's handbook, and where an address lives."""

import pytest

from scraper.handbook.candidates import (
    handbook_links,
    host_of,
    listing_links,
    section_links,
    usual_subdomains,
)
from scraper.handbook.company import parse_company
from scraper.handbook.model import HandbookHost
from scraper.handbook.reading import Link, ReadPage

ACME = parse_company("acme.com")


def page(*links: tuple[str, str]) -> ReadPage:
    made = tuple(Link(url, text) for url, text in links)
    return ReadPage("https://acme.com/", "", (), "", made)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://acme.com/handbook", HandbookHost.OWN_SITE),
        ("https://www.acme.com/handbook", HandbookHost.OWN_SITE),
        ("https://handbook.acme.com/", HandbookHost.SUBDOMAIN),
        ("https://github.com/acme/handbook", HandbookHost.GITHUB),
        ("https://acme.github.io/handbook", HandbookHost.GITHUB),
        ("https://acme.notion.site/Handbook-1", HandbookHost.NOTION),
        ("https://www.notion.so/acme/Handbook-1", HandbookHost.NOTION),
        ("https://acme.gitbook.io/handbook", HandbookHost.GITBOOK),
        ("https://notacme.com/handbook", HandbookHost.OTHER),
        ("https://evilgithub.com/acme/handbook", HandbookHost.OTHER),
    ],
)
def test_address_lives_somewhere(url: str, host: HandbookHost) -> None:
    assert host_of(url, ACME) is host


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://acme.com/x", "Our Handbook"),
        ("https://acme.com/x", "How we work"),
        ("https://acme.com/our-handbook/", "Read more"),
        ("https://handbook.acme.com/", ""),
        ("https://acme.notion.site/1", "Employee handbook"),
    ],
)
def test_link_that_promises_a_handbook_is_followed(url: str, text: str) -> None:
    assert handbook_links(page((url, text)), ACME) == (url,)


@pytest.mark.parametrize(
    ("url", "text"),
    [("https://acme.com/shop", "Shop"), ("https://other.com/handbook", "A famous handbook")],
)
def test_other_link_is_not_followed(url: str, text: str) -> None:
    assert handbook_links(page((url, text)), ACME) == ()


def test_pages_about_the_company_are_looked_through() -> None:
    found = listing_links(
        page(
            ("https://acme.com/about", "Who we are"),
            ("https://acme.com/x", "Careers"),
            ("https://acme.com/shop", "Shop"),
            ("https://other.com/about", "About"),
        ),
        ACME,
    )
    assert found == ("https://acme.com/about", "https://acme.com/x")


def test_sections_lie_below_the_page() -> None:
    links = (("https://acme.com/a", ""), ("https://acme.com/a#b", ""), ("https://other.com/", ""))
    assert section_links(page(*links), 3) == ("https://acme.com/a", "https://acme.com/a#b")


def test_ip_address_has_no_subdomains() -> None:
    assert usual_subdomains(parse_company("http://127.0.0.1:8123")) == ()
