"""A handbook is told from what only looks like one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.handbook.judge import Likeness, is_certain, is_named, is_wall, judge
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
        ("Acme Development Team's Playbook", "one trade"),
        ("Brand Handbook", "something other"),
        ("Customer Handbook", "something other"),
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
    text = HANDBOOK.replace("Acme, and", "[Company Name], and").replace(
        "team lives", "[Date] lives"
    )
    assert judge(page(text)).likeness is not Likeness.HANDBOOK


def test_empty_handbook_calls_itself_one() -> None:
    assert is_named(page("<h1>Acme Employee Handbook</h1>"))


def test_repository_names_what_it_holds() -> None:
    url = "https://github.com/acme/handbook"
    assert is_named(page("<h1>Read me</h1>", url))


def test_whole_handbook_is_certain() -> None:
    assert is_certain(judge(page(HANDBOOK)))


def test_short_front_page_is_judged_with_its_parts() -> None:
    front = page("<h1>The Acme handbook</h1><p>Welcome.")
    parts = [
        page("<h1>Meetings</h1><p>We hold few."),
        page("<h1>Time off</h1><p>We take vacations."),
    ]
    assert judge(front).likeness is not Likeness.HANDBOOK
    assert judge(front, parts).likeness is Likeness.HANDBOOK


@pytest.mark.parametrize(
    "title", ["Just a moment...", "Access denied", "Log in", "Sign in to Acme", "Log in | Acme"]
)
def test_wall_is_seen(title: str) -> None:
    assert is_wall(page(f"<title>{title}</title><p>Checking your browser"))


@pytest.mark.parametrize("title", ["login.gov", "Log in faster with Acme keys"])
def test_company_that_makes_sign_ins_is_no_wall(title: str) -> None:
    assert not is_wall(page(f"<title>{title}</title><p>Keys for everyone"))


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(), st.lists(st.text()), st.text(), st.text())
def test_any_words_are_judged(title: str, headings: list[str], text: str, link: str) -> None:
    links = (Link(URL, link),)
    judgement = judge(ReadPage(URL, title, tuple(headings), text, links))
    assert judgement.evidence is None or judgement.likeness is not Likeness.NO


@pytest.mark.parametrize("word", ["handbook ", "we ", "our a" * 40, "[company ", "\n", "employee'"])
def test_endless_repetition_is_judged(word: str) -> None:
    judge(ReadPage(URL, word * 1000, (word * 1000,), word * 100_000, ()))
