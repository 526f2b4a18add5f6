"""Where sentences end, and which heading they stand under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.engine.sentences import split


def sentences(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split(text).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We write. We ship.", ["We write.", "We ship."]),
        ("9 a.m. to 5 p.m. Eastern", ["9 a.m. to 5 p.m. Eastern"]),
        ("Tools, e.g. Slack. Fine.", ["Tools, e.g. Slack.", "Fine."]),
        ("Mo.-Fr. 8-16 Uhr bzw. Uhrzeit offen.", ["Mo.-Fr. 8-16 Uhr bzw. Uhrzeit offen."]),
        ("- no standups\n- no war rooms", ["no standups", "no war rooms"]),
        ("Is it async? Yes! Mostly.", ["Is it async?", "Yes!", "Mostly."]),
        ("Perks: * own hours * no office", ["Perks:", "own hours", "no office"]),
        ("* maps, tiles, etc. * own hours", ["maps, tiles, etc.", "own hours"]),
        ("2*3 * 4", ["2*3", "4"]),
        ("Why? (It's remote.) Yes; really", ["Why?", "(It's remote.", "Yes", "really"]),
        ("", []),
        ("\n\n \n", []),
    ],
)
def test_text_is_cut_where_a_reader_would_pause(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_sentence_knows_the_heading_above_it() -> None:
    found = split("About us\nWe make maps.\nHiring process:\n- a call\n- a paid trial")
    assert [found.heading(one) for one in found.items] == [
        "about us", "about us", "hiring process:", "hiring process:", "hiring process:",
    ]  # fmt: skip


def test_bullet_is_no_heading() -> None:
    found = split("Benefits\n- Flexible hours\n- Own laptop")
    assert {found.heading(one) for one in found.items} == {"benefits"}


def test_sentence_above_all_headings_has_none() -> None:
    found = split("We make maps.\n- by hand\nBenefits")
    assert [found.heading(one) for one in found.items] == ["", "", "benefits"]


@given(st.text(alphabet="aB .!?;*-\n"))
def test_every_sentence_holds_itself(text: str) -> None:
    found = split(text)
    assert all(found.holding(one.start, one.end) == one for one in found.items)


def test_find_that_crosses_a_boundary_belongs_to_no_sentence() -> None:
    text = "We write. We ship."
    assert split(text).holding(5, 12) is None


def test_find_within_a_sentence_belongs_to_it() -> None:
    text = "We write. We ship."
    sentence = split(text).holding(10, 12)
    assert sentence is not None
    assert text[sentence.start : sentence.end] == "We ship."


def test_find_that_begins_with_a_bullet_belongs_to_the_sentence_behind_it() -> None:
    found = split("We bake.\n- Onsite\n")
    place = found.bare(8, 17)
    assert found.text[slice(*place)] == "Onsite"
    assert found.holding(*place)


WORDS = [
    "we",
    "Maps.",
    "etc. ",
    "e.g.",
    "Go.. Up",
    "(min. 3)",
    "a?",
    "x! ",
    "; ",
    " * ",
    "O. K.",
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), min_size=200, max_size=400))
def test_no_sentence_lies_across_two_stretches(words: list[str]) -> None:
    found = split(" ".join(words))
    stretches = list(found.stretches())
    assert all(
        any(start <= one.start and one.end <= end for start, end in stretches)
        for one in found.items
        if one.end - one.start > 1
    )


def test_long_line_is_searched_in_parts() -> None:
    found = split("We draw the map of every town. " * 40)
    assert max(end - start for start, end in found.stretches()) < 350
