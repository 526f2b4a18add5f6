"""What a person writes for a company, and where its site is then."""

import pytest

from scraper.errors import BadAddress
from scraper.handbook.company import is_bare_name, parse_company, site


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("acme.example", "acme.example"),
        ("Acme.Example", "acme.example"),
        ("www.acme.com", "acme.com"),
        ("careers.acme.co.uk", "acme.co.uk"),
        ("https://jobs.acme.com/engineer?id=1", "acme.com"),
        ("acme.github.io", "acme.github.io"),
        ("127.0.0.1:8123", "127.0.0.1:8123"),
        ("http://localhost:99/", "localhost:99"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("[::1]:80", "[::1]:80"),
        ("http://[::1]/", "[::1]"),
    ],
)
def test_company_is_known_by_its_domain(text: str, domain: str) -> None:
    assert parse_company(text).domain == domain
    assert parse_company(domain).domain == domain


def test_domain_is_tried_with_https_first_and_with_www() -> None:
    assert [str(home) for home in parse_company("acme.com").homes] == [
        "https://acme.com/",
        "https://www.acme.com/",
        "http://acme.com/",
        "http://www.acme.com/",
    ]


def test_scheme_and_port_are_kept() -> None:
    company = parse_company("http://127.0.0.1:8123")
    assert [str(home) for home in company.homes] == ["http://127.0.0.1:8123/"]


def test_port_without_a_scheme_is_tried_with_both() -> None:
    homes = [str(home) for home in parse_company("127.0.0.1:8123").homes]
    assert homes == ["https://127.0.0.1:8123/", "http://127.0.0.1:8123/"]


def test_page_that_is_named_is_looked_at() -> None:
    assert (
        str(parse_company("https://acme.com/our-handbook").asked) == "https://acme.com/our-handbook"
    )


def test_home_page_is_not_looked_at_twice() -> None:
    assert parse_company("https://acme.com/").asked is None


@pytest.mark.parametrize(
    "text", ["Acme", "Acme Widgets", " Acme & Sons ", "Acme, Inc.", "St. Acme"]
)
def test_name_alone_is_a_bare_name(text: str) -> None:
    assert is_bare_name(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "acme.com", "http://acme", "?", "acme .com", "Acme acme.com"]
)
def test_domain_is_no_bare_name(text: str) -> None:
    assert not is_bare_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "xn--a.com",
        "acme .com",
        "http://",
        "ftp://acme.com",
        "a@acme.com",
        "acme..com",
        "/etc",
    ],
)
def test_text_that_is_no_domain_is_refused(text: str) -> None:
    with pytest.raises(BadAddress, match="so it is no domain"):
        parse_company(text)


def test_host_without_a_public_suffix_is_its_own_site() -> None:
    assert site("intranet") == "intranet"
