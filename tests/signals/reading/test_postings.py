"""Pages become postings: JSON-LD first, then the main content, with title, company and place."""

import json
from pathlib import Path

import pytest

from signals import Posting, ReadBy, read, read_text

PAGES = Path(__file__).parent / "pages"
TELLING = "We have no daily standups; decisions are made in short RFCs."


def posting(name: str) -> Posting:
    return read((PAGES / name).read_bytes(), "https://jobs.example/7")


@pytest.mark.parametrize("name", ["json_ld.html", "json_ld_graph.html"])
def test_json_ld_comes_first(name: str) -> None:
    found = posting(name)
    assert (found.read_by, found.title, found.company) == (
        ReadBy.JSON_LD, "Map Engineer", "Tern Maps",
    )  # fmt: skip
    assert found.location
    assert "Bergen" in found.location
    assert TELLING in found.text.split("\n")


def test_main_content_is_read_without_what_surrounds_it() -> None:
    found = posting("main_content.html")
    assert found.read_by is ReadBy.MAIN_CONTENT
    assert TELLING in found.text.split("\n")
    for foreign in ("cookies", "About us", "Chart Editor", "Copyright", "window"):
        assert foreign not in found.text


def test_list_items_become_lines_with_a_dash() -> None:
    assert "- Answer harbour masters in writing." in posting("main_content.html").text.split("\n")


def test_company_is_what_the_page_title_says_beside_the_job() -> None:
    found = posting("main_content.html")
    assert (found.title, found.company) == ("Map Engineer", "Tern Maps")


def test_job_named_without_a_heading_gives_the_title() -> None:
    assert posting("heading_is_a_motto.html").title == "Map Engineer"


def test_broken_json_ld_falls_back_to_the_main_content() -> None:
    found = posting("broken_json_ld.html")
    assert found.read_by is ReadBy.MAIN_CONTENT
    assert TELLING in found.text


def test_declared_language_and_address_are_kept() -> None:
    found = posting("main_content.html")
    assert (found.language, found.url) == ("en", "https://jobs.example/7")


def test_fragment_of_a_board_interface_is_read_whole() -> None:
    found = read("<p>Remote job: we seek a cook.</p><ul><li>No standups.</li></ul>")
    assert found.text.split("\n")[-1] == "- No standups."


def test_text_is_read_as_it_stands() -> None:
    found = read_text("Cook wanted\n\nWe seek a cook. No standups.")
    assert (found.title, found.read_by) == ("Cook wanted", ReadBy.TEXT)
    assert found.text == "Cook wanted\n\nWe seek a cook. No standups."


def test_text_that_is_html_is_read_as_html() -> None:
    assert "<p>" not in read_text("<p>We seek a cook for our team.</p><p>Apply now.</p>").text


@pytest.mark.parametrize("telling", ["R&amp;D", "<a.smith@tern.example>", "1 < 2", "&#8217;"])
def test_text_that_is_no_html_keeps_its_lines(telling: str) -> None:
    text = f"Cook wanted\n\nWe seek a cook: {telling}\n- No standups."
    assert read_text(text).text == text.replace("&amp;", "&").replace("&#8217;", "’")


def test_html_written_as_references_is_read_as_html() -> None:
    assert read_text("&lt;p&gt;We seek a cook.&lt;/p&gt;&lt;p&gt;Apply.&lt;/p&gt;").text == (
        "We seek a cook.\n\nApply."
    )


SPEAKS_OF_TAGS = (
    "<p>We seek a cook who knows &lt;script&gt; and &lt;p&gt;.</p>"
    "<p>Apply with your CV, please, and do so by May.</p>"
)
SPOKEN_OF = (
    "We seek a cook who knows <script> and <p>.\n\nApply with your CV, please, and do so by May."
)


def test_tag_that_html_speaks_of_is_no_element() -> None:
    assert read_text(SPEAKS_OF_TAGS).text == SPOKEN_OF


def test_tag_that_a_description_speaks_of_is_no_element() -> None:
    declared = json.dumps({"@type": "JobPosting", "title": "Cook", "description": SPEAKS_OF_TAGS})
    posting = read(f'<script type="application/ld+json">{declared}</script>')
    assert posting.text == f"Cook\n\n{SPOKEN_OF}"


def test_description_that_is_no_html_keeps_its_lines() -> None:
    ad = (
        "Benefits &amp; perks\n- No standups.\n- We seek a cook who writes. Apply with your CV now."
    )
    declared = json.dumps({"@type": "JobPosting", "title": "Cook", "description": ad})
    posting = read(f'<script type="application/ld+json">{declared}</script>')
    assert posting.text == "Cook\n\n" + ad.replace("&amp;", "&")


def test_heading_too_long_for_a_title_is_passed_over() -> None:
    motto = "We care about harbours, " * 10
    page = f"<title>Cook | Tern Maps</title><h1>{motto}</h1><h1>Cook</h1><p>{'Apply. ' * 9}</p>"
    posting = read(f"{page}<p>We seek a cook with experience for our team.</p>")
    assert (posting.title, posting.company) == ("Cook", "Tern Maps")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bytes_are_decoded_whatever_they_declare(encoding: str) -> None:
    page = "<html><head><title>Café cook</title></head><body><h1>Café cook</h1>"
    page += (
        "<p>We seek a cook with experience. Apply with your résumé. Salary: 30k.</p></body></html>"
    )
    assert read(page.encode(encoding)).title == "Café cook"


@pytest.mark.parametrize(
    ("declared", "encoding", "title"),
    [("iso-8859-1", "cp1252", "Cook – we don’t meet"), ("gb2312", "gbk", "管理层囍")],
)
def test_declared_encoding_has_the_signs_that_browsers_read_with_it(
    declared: str, encoding: str, title: str
) -> None:
    page = f"<meta charset={declared}><h1>{title}</h1>"
    page += "<p>We seek a cook with experience. Apply with your papers. Salary: 30k.</p>"
    assert read(page.encode(encoding)).title == title


def test_wrongly_declared_encoding_loses_no_ascii() -> None:
    page = '<html><head><meta charset="utf-8"><title>Cook</title></head><body><h1>Cook</h1>'
    page += (
        "<p>Apply with your r\xe9sum\xe9; experience wanted, the salary is fair.</p></body></html>"
    )
    assert "experience wanted" in read(page.encode("latin-1")).text


def test_company_that_is_declared_without_the_ad_is_known_by_its_address() -> None:
    declared = (
        '{"@type": "JobPosting", "hiringOrganization": {"sameAs": "https://heron-charts.com"}}'
    )
    ad = "<h1>Map Engineer</h1><p>We seek an engineer for our team. Apply with your CV.</p>" * 3
    posting = read(f'<main>{ad}</main><script type="application/ld+json">{declared}</script>')
    assert posting.company_links == ("https://heron-charts.com",)
    assert "We seek an engineer" in posting.text
