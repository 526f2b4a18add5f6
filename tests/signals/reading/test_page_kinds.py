"""What is no posting is called what it is, and never guessed at."""

from pathlib import Path

import pytest

from signals import NotAPosting, PageKind, read, read_text
from signals.reading.posting import MAX_CHARACTERS

PAGES = Path(__file__).parent / "pages"


def refusal(source: str | bytes) -> NotAPosting:
    with pytest.raises(NotAPosting) as refused:
        read(source, "https://jobs.example/7")
    return refused.value


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("login_wall.html", PageKind.LOGIN_WALL),
        ("bot_check.html", PageKind.BOT_CHECK),
        ("shell.html", PageKind.SHELL),
        ("gone.html", PageKind.NOT_FOUND),
        ("list.html", PageKind.LIST),
        ("careers.html", PageKind.LIST),
        ("article.html", PageKind.NO_AD),
        ("culture.html", PageKind.NO_AD),
    ],
)
def test_page_is_called_what_it_is(name: str, kind: PageKind) -> None:
    assert refusal((PAGES / name).read_bytes()).kind is kind


@pytest.mark.parametrize("source", ["", " \n\t", b"", b"<html><body> </body></html>", "<!-- -->"])
def test_nothing_is_empty(source: str | bytes) -> None:
    assert refusal(source).kind is PageKind.EMPTY


@pytest.mark.parametrize("magic", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x7fELF"])
def test_binary_file_is_called_so(magic: bytes) -> None:
    assert refusal(magic + bytes(range(256)) * 40).kind is PageKind.BINARY


def test_twenty_megabytes_are_refused_at_once() -> None:
    assert refusal("<p>job</p>" * (2 * MAX_CHARACTERS // 10)).kind is PageKind.TOO_LARGE


def test_long_text_about_something_else_is_no_ad() -> None:
    with pytest.raises(NotAPosting) as refused:
        read_text("The moon pulls the water, and the water goes. " * 40)
    assert refused.value.kind is PageKind.NO_AD


def test_refusal_is_one_line_that_says_where_what_and_what_to_do() -> None:
    said = str(refusal((PAGES / "login_wall.html").read_bytes()))
    assert said == (
        "https://jobs.example/7: this is a login wall, not a job ad. "
        "Log in and save the page again."
    )
