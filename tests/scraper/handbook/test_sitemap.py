"""A sitemap says where the handbook may begin, whatever it holds."""

import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.handbook.company import parse_company
from scraper.handbook.sitemap import (
    MOST_BYTES,
    Sitemap,
    handbook_addresses,
    likeliest_sitemap,
    read_sitemap,
)
from scraper.page import Page

ACME = parse_company("acme.com")
URL = "https://acme.com/sitemap.xml"


def page(body: str | bytes) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(URL, URL, 200, "application/xml", data)


def listing(*addresses: str) -> str:
    return "".join(f"<url><loc> {address}\n</loc></url>" for address in addresses)


def test_addresses_are_read() -> None:
    assert read_sitemap(page(listing("https://acme.com/a?b=1&amp;c=2"))) == Sitemap(
        ("https://acme.com/a?b=1&c=2",)
    )


def test_packed_sitemap_is_read() -> None:
    packed = gzip.compress(listing("https://acme.com/a").encode())
    assert read_sitemap(page(packed)).addresses == ("https://acme.com/a",)


def test_packed_bomb_is_read_up_to_the_bound() -> None:
    packed = page(gzip.compress(b"<loc>a</loc>" * 20_000_000))
    begun = time.monotonic()
    assert read_sitemap(packed).addresses == ("a",)
    assert time.monotonic() - begun < 5


def test_entities_unfold_nothing() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "' + "x" * 1000 + '"><!ENTITY c "&b;&b;&b;">]><loc>&c;</loc>'
    assert read_sitemap(page(bomb)).addresses == ("&c;",)


def test_list_of_sitemaps_leads_to_the_likeliest() -> None:
    names = ("post-sitemap.xml", "page-sitemap.xml", "handbook-sitemap.xml")
    text = "<sitemapindex>" + listing(*(f"https://acme.com/{name}" for name in names))
    index = read_sitemap(page(text))
    assert index.is_index
    assert likeliest_sitemap(index.addresses) == "https://acme.com/handbook-sitemap.xml"
    assert likeliest_sitemap(["https://acme.com/post-sitemap.xml"]) is None


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://acme.com/handbook", "https://acme.com/handbook"),
        ("https://acme.com/handbook/time-off/sick", "https://acme.com/handbook"),
        ("https://www.acme.com/about/our-handbook/pay", "https://www.acme.com/about/our-handbook"),
        ("https://handbook.acme.com/pay", "https://handbook.acme.com/"),
        ("https://acme.com/livret-d-accueil", "https://acme.com/livret-d-accueil"),
    ],
)
def test_handbook_begins_where_its_name_does(address: str, root: str) -> None:
    assert handbook_addresses(Sitemap((address,)), ACME) == (root,)


@pytest.mark.parametrize(
    "address",
    [
        "https://acme.com/shop",
        "https://acme.com/blog/our-handbook",
        "https://acme.com/templates/employee-handbook",
        "https://acme.com/employee-handbook-template",
        "https://other.com/handbook",
        "javascript:handbook",
        "http://[handbook",
    ],
)
def test_other_address_is_no_handbook(address: str) -> None:
    assert handbook_addresses(Sitemap((address,)), ACME) == ()


def test_nearest_to_the_root_come_first_and_few() -> None:
    addresses = [f"https://acme.com/a/b/c{number}/handbook" for number in range(50)]
    found = handbook_addresses(Sitemap((*addresses, "https://acme.com/handbook")), ACME)
    assert (found[0], len(found)) == ("https://acme.com/handbook", 2)


@settings(deadline=None)  # a busy machine is no failure
@given(st.binary())
def test_any_bytes_are_read(body: bytes) -> None:
    sitemap = read_sitemap(page(body))
    handbook_addresses(sitemap, ACME)
    likeliest_sitemap(sitemap.addresses)


def test_long_sitemap_is_read_quickly() -> None:
    begun = time.monotonic()
    line = "<loc>https://acme.com/handbook/page</loc>"
    handbook_addresses(read_sitemap(page(line * (MOST_BYTES // len(line)))), ACME)
    read_sitemap(page("<loc>" * (MOST_BYTES // 5)))
    read_sitemap(page("<loc>" + " " * MOST_BYTES))
    assert time.monotonic() - begun < 5
