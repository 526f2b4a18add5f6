"""A handbook is told from what only looks like one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.handbook.judge import Likeness, is_thin, is_wall, judge
from scraper.handbook.reading import Link, ReadPage, read_page
from scraper.page import Page
from tests.scraper.handbook.texts import CULTURE, HANDBOOK, HOME

URL = "https://acme.example/handbook"


def page(html: str, url: str = URL) -> ReadPage:
    return read_page(Page(url, url, 200, "text/html", html.encode(), "utf-8"))


def titled(title: str) -> str:
    """The handbook's page under another title."""
    return HANDBOOK.replace("Acme Employee Handbook", title)


def test_handbook_is_one() -> None:
    judgement = judge(page(HANDBOOK))
    assert judgement.likeness is Likeness.HANDBOOK
    assert "meetings" in judgement.why


def test_evidence_is_quoted_exactly() -> None:
    judgement = judge(page(HANDBOOK))
    assert judgement.evidence is not None
    assert judgement.evidence in re.sub(r"<[^>]+>", "", HANDBOOK)


def test_list_of_sections_is_a_handbook() -> None:
    sections = ("Values", "Meetings", "Time off", "Hiring", "Benefits", "Onboarding")
    items = "".join(f"<li><a href=/handbook/{s}>{s}</a>" for s in sections)
    text = f"<h1>The Acme Handbook</h1><p>How we do things.</p><ul>{items}</ul>"
    assert judge(page(text)).likeness is Likeness.HANDBOOK


def test_culture_page_is_something_of_a_handbook() -> None:
    judged = judge(page(CULTURE, "https://acme.example/how-we-work"))
    assert judged.likeness is Likeness.PARTIAL


def test_home_page_is_no_handbook() -> None:
    assert judge(page(HOME)).likeness is Likeness.NO


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Student Handbook of the University of Acme", "school"),
        ("Employee Handbook Template", "template"),
        ("How to write an employee handbook", "template"),
        ("Kite API Developer Handbook", "software"),
        ("Community Handbook for Contributors", "community"),
        ("Awesome Handbooks", "list"),
        ("Page not found", "not there"),
        ("Sign in to Acme", "sign-in"),
    ],
)
def test_look_alike_is_called_what_it_is(title: str, reason: str) -> None:
    judgement = judge(page(titled(title)))
    assert judgement.likeness is not Likeness.HANDBOOK
    assert judgement.evidence is None or judgement.likeness is Likeness.PARTIAL
    assert judgement.likeness is Likeness.PARTIAL or reason in judgement.why


def test_page_of_code_is_about_software() -> None:
    code = "<pre>" + "for wind in winds: fly(kite, wind)\n" * 200 + "</pre>"
    assert judge(page(HANDBOOK.replace("</body>", code))).likeness is not Likeness.HANDBOOK


def test_template_with_blanks_is_no_handbook() -> None:
    text = HANDBOOK.replace("Acme, and", "[Company Name], and")
    assert judge(page(text)).likeness is not Likeness.HANDBOOK


def test_empty_handbook_is_thin() -> None:
    empty = page("<h1>Acme Employee Handbook</h1>")
    assert is_thin(judge(empty), empty)


def test_look_alike_is_not_thin() -> None:
    template = page("<h1>Employee Handbook Template</h1>")
    assert not is_thin(judge(template), template)


@pytest.mark.parametrize("title", ["Just a moment...", "Access denied", "Log in"])
def test_wall_is_seen(title: str) -> None:
    assert is_wall(page(f"<title>{title}</title><p>Checking your browser"))


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(), st.lists(st.text()), st.text(), st.text())
def test_any_words_are_judged(title: str, headings: list[str], text: str, link: str) -> None:
    links = (Link(URL, link),)
    judgement = judge(ReadPage(URL, title, tuple(headings), text, links))
    assert judgement.evidence is None or judgement.likeness is not Likeness.NO


@pytest.mark.parametrize("word", ["handbook ", "we ", "our a" * 40, "[company ", "\n", "employee'"])
def test_endless_repetition_is_judged(word: str) -> None:
    judge(ReadPage(URL, word * 1000, (word * 1000,), word * 100_000, ()))
