"""Which links may lead to a company's handbook, and where an address lives."""

import pytest
from yarl import URL

from scraper.handbook.candidates import (
    communication_links,
    handbook_links,
    listing_links,
    probes,
    section_links,
)
from scraper.handbook.company import parse_company
from scraper.handbook.hosting import host_of
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
        ("https://acme.coda.io/1", "Team handbook"),
        ("https://acme.slite.page/p/1", "Handbook"),
        ("https://acme.com/x", "Unser Handbuch"),
        ("https://acme.com/x", "Åpne håndboken vår"),
        ("https://acme.com/x", "Manual del empleado"),
        ("https://acme.com/x", "Livret d’accueil"),
        ("https://acme.works/", "Our handbook"),
        ("https://acme.works/", "Read the handbook"),
        ("https://elsewhere.com/1", "Acme handbook"),
        ("https://github.com/acme-inc/handbook", "Learn more"),
        ("https://github.com/other-name/guide", "Our handbook"),
        ("https://odd-name-1.notion.site/Handbook-1", "Learn more"),
        ("https://acme.gitbook.io/1", "The remote playbook"),
    ],
)
def test_link_that_promises_a_handbook_is_followed(url: str, text: str) -> None:
    assert handbook_links(page((url, text)), ACME) == (url,)


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://acme.com/shop", "Shop"),
        ("https://other.com/handbook", "A famous handbook"),
        ("https://other.com/handbook", "Learn more"),
        ("https://famous.notion.site/1", "Famous's employee handbook"),
        ("https://github.com/famous/handbook", "the Famous handbook"),
        ("https://github.com/famous/handbook", "Learn more"),
        ("https://acme.com/brand", "Brand handbook"),
        ("https://acme.com/free", "Free employee handbook template"),
        ("https://acme.com/api", "API handbook for developers"),
    ],
)
def test_other_link_is_not_followed(url: str, text: str) -> None:
    assert handbook_links(page((url, text)), ACME) == ()


def test_few_links_of_a_page_are_followed_those_that_say_most_first() -> None:
    many = [(f"https://acme.com/how-we-work/{number}", "How we work") for number in range(20)]
    found = handbook_links(page(*many, ("https://acme.com/x", "Employee handbook")), ACME)
    assert (found[0], len(found)) == ("https://acme.com/x", 4)


@pytest.mark.parametrize("text", ["Karriere", "Nous rejoindre", "Trabaja con nosotros", "Om oss"])
def test_pages_about_the_company_are_known_in_other_languages(text: str) -> None:
    assert listing_links(page(("https://acme.com/x", text)), ACME) == ("https://acme.com/x",)


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
    assert section_links(page(*links)) == ("https://acme.com/a", "https://acme.com/a#b")


def test_other_pages_of_the_repository_are_sections_of_its_front_page() -> None:
    links = (Link("https://github.com/acme/handbook/blob/main/pay.md", "Pay"),)
    front = ReadPage("https://github.com/acme/handbook", "", (), "", links)
    assert section_links(front) == ("https://github.com/acme/handbook/blob/main/pay.md",)


@pytest.mark.parametrize("host", ["handbook.acme.com", "acme.notion.site", "acme.gitbook.io"])
def test_all_pages_of_a_handbooks_own_host_are_sections(host: str) -> None:
    links = (Link(f"https://{host}/Time-off-2", "Time off"), Link("https://acme.com/", "Acme"))
    front = ReadPage(f"https://{host}/Handbook-1", "", (), "", links)
    assert section_links(front) == (f"https://{host}/Time-off-2",)


def test_menu_of_the_site_beside_a_file_is_no_section() -> None:
    links = (
        Link("https://acme.com/careers.html", "Careers", is_framing=True),
        Link("https://acme.com/time-off.html", "Time off"),
    )
    front = ReadPage("https://acme.com/handbook.html", "", (), "", links)
    assert section_links(front) == ("https://acme.com/time-off.html",)


def test_pages_about_communication_are_told_by_their_links() -> None:
    links = tuple(
        Link(f"https://acme.com/handbook/{name}", name)
        for name in ("Pay", "Meetings", "Async work")
    )
    front = ReadPage("https://acme.com/handbook", "", (), "", links)
    assert [URL(url).name for url in communication_links(front)] == ["Meetings", "Async work"]


def test_probe_that_pays_most_comes_first() -> None:
    assert probes(ACME, "https://www.acme.com/", early=True) == ("https://handbook.acme.com/",)


def test_probes_keep_the_home_pages_name() -> None:
    assert "https://www.acme.com/handbook" in probes(ACME, "https://www.acme.com/", early=False)


def test_ip_address_has_no_names_below_it() -> None:
    home = "http://127.0.0.1:8123/"
    hosts = {URL(url).host for url in probes(parse_company(home), home, early=False)}
    assert hosts == {"127.0.0.1"}
