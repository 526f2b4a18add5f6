"""The cues by which patterns are known: literals, never missing where a pattern matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.engine.cues import cues_of, shortest, text_of
from signals.engine.folding import fold
from signals.engine.searching import compiled
from signals.rulebook import load

PATTERNS = [
    r"\bstand-?ups? (?:\w+ ){0,3}every day\b",
    r"\b(?:daily|each day's) scrum(?:s|ming)?\b",
    r"\b(?:we|you|our crew) [^.;]{0,20}(?:talk|(?:write|jot) \w+ down)+",
    r"(?:at|by) (?P<n>\d{1,2}) ?(?P<u>[ap]m|o'clock)(?:[.,;]|$)",
    r"[\w'-]+ (?:in|out of|next to) (?:a |the )?[a-z]{4,6}\.[a-z]{2,}",
    r"x(?:ab){2,3}(?:cd){0,3}(?:e|f \S g)",
    r"abc{0,2}de+f ?g",
    r"(?m)\b[7-9](?:[.:]30)? ?(?:[ap]m)?\b(?: ?[-+/] ?\b\d)?$",
    r"[^\W\d]+\Bord\w\b",
    r"(?:\pL|\x41)[[:alpha:]]?n ord",
    r"\b(?:ab|cd|\w{5})+ \b(?:x|\d.)+\b",
    r"(?:at|\bin) (?:[^.]{0,9} (?:east|west)|north|\w+ern)\b coast",
    r".{3}",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_wherever_a_pattern_matches_all_its_cues_stand(pattern: str, data: st.DataObject) -> None:
    python_pattern = pattern.replace(r"\pL", "[a-z]").replace("[[:alpha:]]", "[a-z]")
    text = data.draw(st.from_regex(python_pattern, alphabet=st.characters(max_codepoint=126)))
    searched = text_of(text.encode())
    for cue in cues_of(pattern):
        assert any(literal in searched for literal in cue)


def test_in_the_rules_examples_all_cues_stand_of_every_pattern_that_matches() -> None:
    matched = 0
    for rule in load().rules:
        texts = [fold(example).encode() for example in (*rule.matches, *rule.misses)]
        for pattern in rule.patterns:
            for text in texts:
                if compiled(pattern).search(text):
                    matched += 1
                    searched = text_of(text)
                    assert all(any(one in searched for one in cue) for cue in cues_of(pattern))
    assert matched > len(load().rules)


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [
        (r"\bcore (?:[\w-]+ ){0,9}(?:hours|times?)\b", [{" core "}, {"hours ", "time ", "times "}]),
        (r"(?m)\bno calls?$", [{" no call", " no calls"}]),
        (r"\bwe (?:\w+ )?whisper\b", [{" we "}, {"whisper "}]),
        (r"(?P<n>\d{2}) o'clock", [{"00 o clock"}]),
        (r"\b(?:sit in \w+|dwell)", [{" sit in ", " dwell"}]),
        (r"we (?:\w+ )?are (?:so|\w+ly)\b", [{"we "}, {"are "}, {" so ", "ly "}]),
        (r"Stand[- ]?up(?:\.com)+", [{"standup", "stand up"}, {" com"}]),
        (r"[a-c]\b and|b\b \bc", [{"a and", "b and", "c and", "b c"}]),
    ],
)
def test_cues_are_all_that_stands_between_gaps(pattern: str, cues: list[set[str]]) -> None:
    assert list(cues_of(pattern)) == cues


def test_pattern_that_is_all_gap_is_known_by_the_blank_around_any_text() -> None:
    assert cues_of("[^.]{2,9}") == ({" "},)


def test_literal_that_holds_another_one_of_its_cue_is_not_looked_for() -> None:
    assert shortest(frozenset({"remote", "remote work", "home"})) == {"remote", "home"}


@pytest.mark.parametrize("pattern", ["(?:open", "closed)"])
def test_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="'"):
        cues_of(pattern)


def test_every_pattern_of_the_rule_book_has_a_cue_of_letters_or_digits() -> None:
    """One without is tried in every line of every text."""
    patterns = {pattern for rule in load().rules for pattern in rule.patterns}
    assert not {pattern for pattern in patterns if cues_of(pattern) == ({" "},)}
