"""Whatever a page holds, reading ends, with a posting that has text or with a refusal."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from signals import NotAPosting, analyze, read, read_text

AD = "We seek an engineer with experience. Apply by letter; the salary is fair. No daily standups."
TAGS = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<p>",
        "<h1>",
        "</h1>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<a href=x>",
        "<title>",
        "<li>",
        "<table><tr><td>",
        "<![CDATA[",
        "&#0;",
        "&#x110000;",
        "&bogus;",
        "\x00",
        AD,
    ]
)


def ends_well(source: str | bytes) -> None:
    try:
        posting = read(source)
    except NotAPosting:
        return
    assert posting.text.strip()
    for signal in analyze(posting).signals:
        evidence = signal.evidence
        assert posting.text[evidence.start : evidence.end] == evidence.quote
        assert evidence.start <= evidence.found_start < evidence.found_end <= evidence.end


@given(st.lists(TAGS | st.text(max_size=40), max_size=40).map("".join))
@example("<div><script></script>\x08")
def test_any_markup_ends_well(source: str) -> None:
    ends_well(source)


@given(st.binary(max_size=2_000))
def test_any_bytes_end_well(source: bytes) -> None:
    ends_well(source)


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["@type", "@graph", "title", "description", "hiringOrganization", "name"]),
        inner | st.just("JobPosting"), max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@given(_JSON)
@example({"@type": "JobPosting", "title": "Cook \ud83d", "description": AD})
@example({"@type": "JobPosting", "title": "Cook", "description": f"{AD} \udca9"})
@example({"@type": "JobPosting", "title": f"&#{'1' * 5_000};", "description": f"&lt;p>{AD}"})
def test_any_json_ld_ends_well(value: object) -> None:
    script = json.dumps(value)
    ends_well(f'<script type="application/ld+json">{script}</script><h1>Cook</h1><p>{AD}</p>')


def test_half_a_character_in_a_text_is_shown_as_one_that_is_broken() -> None:
    assert read_text(f"Cook wanted \ud83d\n\n{AD}").title == "Cook wanted \ufffd"


@pytest.mark.parametrize("name", ["idna", "undefined", "punycode", "a\x00b", "no-such"])
def test_encoding_that_no_page_has_ends_well(name: str) -> None:
    ends_well(f'<meta charset="{name}"><h1>Caf\xe9</h1><p>{AD}</p>'.encode("cp1252"))


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "table><tr><td", "b", "font", "h1"])
def test_deep_nesting_ends_well(tag: str) -> None:
    ends_well(f"<{tag}>" * 20_000 + AD)


def test_megabytes_of_one_line_end_well() -> None:
    ends_well("<html><title>x</title><body><p>" + "daily standup meetings every day " * 60_000)


def test_megabyte_of_sentences_in_one_line_ends_well() -> None:
    ends_well("<h1>Cook</h1><p>" + "We write it down. No daily standups. " * 30_000)


def test_much_that_is_left_out_deep_inside_ends_well() -> None:
    ends_well(f"<h1>Cook</h1><p>{AD}</p>" + "<div>" * 1_500 + "<b class=nav>x</b>" * 20_000)


def test_parts_of_a_known_board_inside_each_other_end_well() -> None:
    page = f"<h1>Cook</h1><p>{AD}</p>" + '<div class="job__description">We bake.' * 10_000
    assert "We bake." in read(page, "https://boards.greenhouse.io/tern/jobs/4000000001").text


@pytest.mark.parametrize(
    "repeated", [".", "...) ", " *", "*", " ", "daily ", "9-", "no ", "async ", "UTC+", "within 1 "]
)
def test_hundred_kilobytes_of_one_repetition_end_well(repeated: str) -> None:
    text = repeated * (100_000 // len(repeated))
    for signal in analyze(text).signals:
        assert text[signal.evidence.start : signal.evidence.end] == signal.evidence.quote


def test_markup_in_json_ld_stays_text() -> None:
    posting = read(
        '<script type="application/ld+json">'
        + json.dumps({"@type": "JobPosting", "title": "<img src=x onerror=alert(1)>Cook",
                      "description": f"<p>{AD}</p>" * 2}).replace("</", "<\\/")
        + "</script>"
    )  # fmt: skip
    assert posting.title
    assert posting.title.endswith("Cook")
