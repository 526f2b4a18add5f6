"""Texts become addresses as a browser reads them, or are refused in one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from scraper.address import join, literal_ip, parse, refuse_private
from scraper.errors import BadAddress, PrivateAddress


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://Acme.Example/Handbook#top", "https://acme.example/Handbook"),
        ("  https://acme.example/  ", "https://acme.example/"),
        ("http://acme.example:8080/a?b=c", "http://acme.example:8080/a?b=c"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://acme.example./", "https://acme.example/"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
    ],
)
def test_address_is_read_as_a_browser_reads_it(text: str, url: str) -> None:
    assert str(parse(text)) == str(URL(url))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "acme.example",
        "ftp://acme.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "http:///x",
        "https://user:secret@acme.example/",
        "https://user@acme.example/",
        "http://acme.example:0/",
        "http://acme.example:99999/",
        "http://acme.example:x/",
        "http://ac me.example/",
        "http://acme.example/\r\nHost: x",
        "http://acme.example\\@other.example/",
        "http://acme..example/",
        "http://-a.example/",
        "http://%31%32%37.0.0.1/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://08.1.1.1/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://a.example/" + "x" * 8000,
        "http://" + "a" * 64 + ".example/",
        "http://\ud800.example/",
    ],
)
def test_text_that_is_no_address_of_a_page_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        parse(text)


def test_refusal_is_one_printable_line() -> None:
    with pytest.raises(BadAddress) as refusal:
        parse("http://a.example/\n\x1b[31m" + "x" * 500)
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 250


@pytest.mark.parametrize(
    ("host", "ip"),
    [
        ("127.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("10.0.258", "10.0.1.2"),
        ("0", "0.0.0.0"),
        ("127.0.0.1.", "127.0.0.1"),
        ("[::1]", "::1"),
        ("0XA9FEA9FE", "169.254.169.254"),
    ],
)
def test_odd_forms_of_an_ip_address_are_read(host: str, ip: str) -> None:
    assert str(literal_ip(host)) == ip


@pytest.mark.parametrize("host", ["acme.example", "1.2.3.4.example", "localhost", "0x7f.example"])
def test_name_is_no_ip_address(host: str) -> None:
    assert literal_ip(host) is None


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1/",
        "http://017700000001/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://１２７.０.０.１/",
    ],
)
def test_address_that_spells_out_a_private_ip_is_refused(text: str) -> None:
    with pytest.raises(PrivateAddress, match="--allow-private"):
        refuse_private(parse(text))


def test_location_is_joined_to_the_page() -> None:
    assert str(join(URL("https://acme.example/a/b"), "../c#d")) == "https://acme.example/c"


@pytest.mark.parametrize(
    "location", ["javascript:alert(1)", "mailto:hi@acme.example", "//u:p@x.example/"]
)
def test_location_that_is_no_page_is_refused(location: str) -> None:
    with pytest.raises(BadAddress):
        join(URL("https://acme.example/"), location)


@settings(deadline=None)  # a busy machine is no failure
@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        url = parse(text)
    except BadAddress:
        return
    assert parse(str(url)) == url


@settings(deadline=None)  # a busy machine is no failure
@given(st.from_regex(r"https?://[0-9a-fx.:\[\]]{1,40}/", fullmatch=True))
def test_host_of_digits_is_an_ip_address_a_name_or_refused(text: str) -> None:
    try:
        url = parse(text)
    except BadAddress:
        return
    host = url.raw_host or ""
    ip = literal_ip(host)
    assert ip is None or str(ip) == host


@pytest.mark.parametrize("host", ["xn--a.com", "xn--.com", "a.xn--0.com", "xn--99999999999.com"])
def test_punycode_that_spells_nothing_is_refused(host: str) -> None:
    with pytest.raises(BadAddress):
        parse(f"https://{host}/")
