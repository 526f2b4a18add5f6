"""A handbook is told from what only looks like one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.handbook.judge import Likeness, by_promise, is_certain, is_named, is_wall, judge
from scraper.handbook.reading import Link, ReadPage, read_page
from scraper.page import Page
from tests.scraper.handbook.languages import HANDBOOKS
from tests.scraper.handbook.look_alikes import LOOK_ALIKES
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


@pytest.mark.parametrize("frame", ["footer", "header", "nav"])
def test_links_of_the_site_around_it_make_no_handbook(frame: str) -> None:
    links = "<a href=/jobs>Careers and hiring</a> <a href=/perks>Employee benefits and time off</a>"
    text = "<h1>The Acme Handbook</h1>" + "<p>Our kites like wind, and we know all winds.</p>" * 30
    framed = page(f"{text}<{frame}>{links}</{frame}>")
    assert judge(page(f"{text}<p>{links}</p>")).likeness is Likeness.HANDBOOK
    assert judge(framed).likeness is not Likeness.HANDBOOK


def test_menu_of_the_handbooks_own_sections_is_its_contents() -> None:
    names = ("Meetings", "Time off", "Hiring", "Benefits", "Onboarding")
    links = "".join(f"<a href='/handbook/{name}'>{name}</a>" for name in names)
    text = f"<nav>{links}</nav><h1>The Acme Handbook</h1><p>How we do things.</p>"
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
        ("How to write an employee handbook", "advice"),
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


@pytest.mark.parametrize(
    "title",
    [
        "Acme Lab Employee Handbook",
        "Employee Handbook | Acme Academy",
        "New Parent Leave - Staff Handbook",
    ],
)
def test_name_of_the_company_makes_no_school_of_it(title: str) -> None:
    assert judge(page(titled(title))).likeness is Likeness.HANDBOOK


@pytest.mark.parametrize("title", ["Acme Lab Handbook", "Acme Academy Parent Handbook"])
def test_school_is_told_by_the_name_of_its_handbook(title: str) -> None:
    judged = judge(page(titled(title)))
    assert (judged.likeness, "school" in judged.why) == (Likeness.NO, True)


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_page_for_somebody_else_is_no_handbook(kind: str) -> None:
    for url in (URL, "https://handbook.acme.example/"):
        assert judge(page(LOOK_ALIKES[kind], url)).likeness is not Likeness.HANDBOOK


@pytest.mark.parametrize("language", HANDBOOKS)
def test_handbook_in_another_language_is_one(language: str) -> None:
    judged = judge(page(HANDBOOKS[language], "https://acme.example/x"))
    assert judged.likeness is Likeness.HANDBOOK


@pytest.mark.parametrize("kind", ["careers page", "developer handbook"])
def test_page_of_one_side_of_work_is_something_of_a_handbook(kind: str) -> None:
    judged = judge(page(LOOK_ALIKES[kind], "https://acme.example/x"))
    assert judged.likeness is Likeness.PARTIAL


def test_short_list_of_sections_in_the_frame_of_a_platform_is_a_handbook() -> None:
    offers = "<a>Pricing</a> <a>Sign up</a> <a>Contact sales</a> <a>Case studies</a> " * 3
    text = (
        f"<title>acme/handbook</title><header>{offers}</header><main><h1>Acme handbook</h1>"
        "<a href=/acme/handbook/blob/main/pay.md>Salaries</a> <a href=/x>Time off</a>"
        f"<p>Our benefits and how we hire.</p></main><footer>{offers}</footer>"
    )
    judged = judge(page(text, "https://github.com/acme/handbook"))
    assert judged.likeness is Likeness.HANDBOOK


def test_code_speaks_against_a_handbook() -> None:
    code = "<pre>" + "for wind in winds: fly(kite, wind)\n" * 200 + "</pre>"
    with_code = judge(page(HANDBOOK.replace("</body>", code)))
    assert with_code.score < judge(page(HANDBOOK)).score


def test_template_with_blanks_for_the_company_is_no_handbook() -> None:
    text = HANDBOOK.replace("at Acme", "at [Company Name]").replace("our team", "[Company]'s team")
    assert judge(page(text)).likeness is not Likeness.HANDBOOK


def test_name_of_the_host_alone_makes_no_handbook() -> None:
    text = "<h1>Welcome</h1><p>We fly kites. Our team and our colleagues like wind.</p>" * 3
    assert judge(page(text, "https://handbook.acme.example/")).likeness is not Likeness.HANDBOOK


def test_sections_about_employment_are_worth_reading_first() -> None:
    names = ("Glossary", "Meetings", "Time-off")
    urls = [f"{URL}/{name}" for name in names]
    assert by_promise(page("<h1>Handbook"), urls) == [urls[2], urls[1], urls[0]]


@pytest.mark.parametrize("title", ["Student handbook", "Community handbook", "Brand handbook"])
def test_sections_of_somebody_elses_handbook_are_not_worth_reading(title: str) -> None:
    assert not is_named(page(f"<h1>{title}</h1>"))


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
