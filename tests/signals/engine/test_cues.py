"""The cues by which patterns are known: cheap to look for, and never missing where one matches."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from signals.engine.cues import cue_of
from signals.rulebook import load

PATTERNS = [
    r"\bstand-?ups? (?:\w+ ){0,3}every day\b",
    r"\b(?:daily|each day's) scrum(?:s|ming)?\b",
    r"\b(?:we|you|our crew) [^.;]{0,20}(?:talk|(?:write|jot) \w+ down)+",
    r"(?:at|by) (?P<n>\d{1,2}) ?(?P<u>[ap]m|o'clock)(?:[.,;]|$)",
    r"[\w'-]+ (?:in|out of|next to) (?:a |the )?[a-z]{4,6}\.[a-z]{2,}",
    r"x(?:ab){2,3}(?:cd){0,3}(?:e|f \S g)",
    r"abc{0,2}de+f ?g",
    r".{3}",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_wherever_a_pattern_matches_its_cue_stands(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(max_codepoint=126)))
    assert re2.search(cue_of(pattern, {}), text)


@pytest.mark.parametrize(
    ("pattern", "cue"),
    [
        (r"\bcore (?:[\w-]+ ){0,3}(?:hours|times?)\b", r"\bcore "),
        (r"(?m)\bno calls?$", r"\bno calls?"),
        (r"\bwe (?:\w+ )?whisper\b", r"whisper\b"),
        (r"(?P<n>\d{2}) hours", r"(?:\d{2}) hours"),
        (r"\b(?:sit in \w+|dwell)", "(?:sit in |dwell)"),
        (r"[^.]{2,9}", ""),
    ],
)
def test_cue_is_the_longest_phrase_between_gaps(pattern: str, cue: str) -> None:
    assert cue_of(pattern, {}) == cue


def test_rarer_phrase_is_the_cue_though_it_is_shorter() -> None:
    counts = {r"\bcore ": 7, r"(?:hours|times?)\b": 3}
    assert cue_of(r"\bcore (?:[\w-]+ ){0,3}(?:hours|times?)\b", counts) == r"(?:hours|times?)\b"


def test_every_pattern_of_the_rule_book_has_a_cue() -> None:
    """One without is tried in every line of every text."""
    patterns = {pattern for rule in load().rules for pattern in rule.patterns}
    assert not {pattern for pattern in patterns if not cue_of(pattern, {})}
