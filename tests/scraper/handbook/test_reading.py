"""Pages become titles, headings, words and links, whatever they hold."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.handbook.reading import MAX_BYTES, ReadPage, is_text, read_page
from scraper.page import Page

URL = "https://acme.example/a/b"


def read(html: str | bytes, charset: str | None = None) -> ReadPage:
    body = html.encode() if isinstance(html, str) else html
    return read_page(Page(URL, URL, 200, "text/html", body, charset))


def test_blocks_become_lines() -> None:
    assert read("<p>One <b>two</b>\nthree</p><p>four<br>five").text == "One two three\nfour\nfive"


def test_what_nobody_reads_is_left_out() -> None:
    hidden = (
        "<script>x</script><style>y</style><template>z</template><!-- w --><noscript>v</noscript>"
    )
    assert read(f"<body>{hidden}<p>seen").text == "seen"


def test_words_that_frame_every_page_of_a_site_are_left_out() -> None:
    page = read("<header>Pricing <a href=/x>X</a></header><nav>Shop</nav>seen<footer>Us</footer>")
    assert (page.text, page.links[0].text) == ("seen", "X")


def test_page_without_a_body_is_read() -> None:
    assert read("<title>Acme</title><header>Shop</header><main>seen</main>").text == "seen"


def test_header_with_the_pages_heading_is_read() -> None:
    assert read("<article><header><h1>Handbook</h1></header>seen").headings == ("Handbook",)


def test_title_and_headings_are_found() -> None:
    page = read("<title> A \n b </title><h1>One</h1><h2></h2><h3>Three</h3><h4>Four</h4>")
    assert (page.title, page.headings) == ("A b", ("One", "Three"))


def test_links_are_whole_addresses_without_fragments() -> None:
    page = read("<a href=c#x>C</a><a href='//b.example/'>B</a><a href='/c?d'> D <i>e</i></a>")
    found = [(link.url, link.text) for link in page.links]
    assert found == [
        ("https://acme.example/a/c", "C"),
        ("https://b.example/", "B"),
        ("https://acme.example/c?d", "D e"),
    ]


def test_links_that_frame_every_page_of_a_site_are_told_apart() -> None:
    page = read(
        "<header><h1>Handbook</h1><a href=/a>A</a><nav><a href=/b>B</a></nav></header>"
        "<nav><a href=/c>C</a><a href=/d>D</a></nav><p><a href=/d>d</a>"
        "<footer><a href=/e>E</a></footer>"
    )
    framing = {link.url[-1]: link.is_framing for link in page.links}
    assert framing == {"a": False, "b": True, "c": True, "d": False, "e": True}


def test_base_of_the_page_counts() -> None:
    assert read("<base href=/x/><a href=y>Y</a>").links[0].url == "https://acme.example/x/y"


@pytest.mark.parametrize(
    "href", ["mailto:a@acme.example", "javascript:alert(1)", "http://[", "tel:1", "data:,x"]
)
def test_link_that_leads_to_no_page_is_left_out(href: str) -> None:
    assert read(f"<a href='{href}'>x</a><base href='{href}'>").links == ()


def test_charset_of_the_header_counts() -> None:
    assert read("<p>Grüße".encode("latin-1"), "iso-8859-1").text == "Grüße"


def test_quotes_and_dashes_are_read_where_the_header_says_iso_8859_1() -> None:
    assert read("<p>“don’t” –".encode("cp1252"), "iso-8859-1").text == "“don’t” –"


def test_byte_order_mark_counts_more_than_the_header() -> None:
    assert read("<p>Grüße".encode("utf-8-sig"), "iso-8859-1").text == "Grüße"


def test_unknown_charset_is_passed_over() -> None:
    assert read("<p>Grüße", "no-such-charset").text == "Grüße"


def test_page_without_words_but_with_scripts_is_a_shell() -> None:
    assert read("<div id=app></div><script src=/a.js></script>").is_shell


@pytest.mark.parametrize("text", ["我们把一切都写下来。" * 20, "私たちはすべてを書きます。" * 20])
def test_page_of_a_language_without_spaces_is_no_shell(text: str) -> None:
    assert not read(f"<p>{text}</p><script src=/a.js></script>").is_shell


def test_short_page_without_scripts_is_no_shell() -> None:
    assert not read("<p>short").is_shell


def test_code_is_counted() -> None:
    assert read("<p>a</p><pre>12345</pre>").code == 5


@pytest.mark.parametrize(
    "html",
    [
        b"",
        b"\x00\x01\x02",
        b"%PDF-1.7 \xff\xfe",
        "<p>" * 50_000,
        "<a href=x>" * 5000,
        "<?xml version='1.0'?><rss><item>x</item></rss>",
        "<p>&#xD800;&#0;&#x110000;",
        b"\xff\xfe<\x00p\x00>\x00",
        "<title><title></h1><h1",
        "<base href='http://['><a href='x'>",
    ],
)
def test_hostile_page_is_read(html: str | bytes) -> None:
    read(html).text.encode("utf-8")


@settings(deadline=None)  # a busy machine is no failure
@given(st.binary())
def test_any_bytes_are_read(body: bytes) -> None:
    read(body).text.encode("utf-8")


@pytest.mark.parametrize(
    "nested",
    ["<div>", "<h1>x", "<a href=/x><div>x", "<pre>x", "<header>x<footer>", "<section><h2>x"],
)
def test_page_of_endless_tags_is_read_quickly(nested: str) -> None:
    begun = time.monotonic()
    assert read("<p>first</p>" + nested * 60_000).text.startswith("first")
    assert time.monotonic() - begun < 10


def test_heading_ends_where_another_begins() -> None:
    assert read("<h1>One<h2>Two</h2><p>text").headings == ("One", "Two")


def test_endless_page_is_read_up_to_a_bound() -> None:
    assert len(read("<p>" + "a " * MAX_BYTES).text) <= MAX_BYTES


@pytest.mark.parametrize(
    ("kind", "readable"),
    [
        ("text/html", True),
        ("", True),
        ("text/plain", True),
        ("application/pdf", False),
        ("image/png", False),
    ],
)
def test_only_texts_are_readable(kind: str, readable: bool) -> None:
    assert is_text(Page(URL, URL, 200, kind, b"")) is readable
