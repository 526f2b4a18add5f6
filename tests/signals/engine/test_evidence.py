"""Evidence is an exact quote, whatever the text around it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals import Posting, analyze
from signals.engine.quoting import QUOTE_LENGTH, quoted
from signals.engine.sentences import Sentence
from signals.rulebook import load

EXAMPLES = [example for rule in load().rules for example in rule.matches]
PIECES = st.one_of(st.sampled_from(EXAMPLES), st.text(max_size=40), st.sampled_from("\n.–•\u00a0"))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_quote_is_what_stands_at_its_offsets(text: str) -> None:
    for signal in analyze(text).signals:
        evidence = signal.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.start <= evidence.found_start < evidence.found_end <= evidence.end


def test_long_sentence_is_quoted_around_what_was_found() -> None:
    text = "maps and tiles, " * 60 + "an async-first team, " + "roads and rivers, " * 60
    (signal,) = analyze(text).signals
    assert "async-first" in signal.evidence.quote
    assert len(signal.evidence.quote) <= QUOTE_LENGTH + 20


@pytest.mark.parametrize(
    ("found", "rest", "telling"),
    [
        ("| Onsite | F", "ull-time", "Onsite"),
        ("(on-site)", ", Oslo", "on-site"),
        ("> Interview in person (", "2 h)", "Interview in person"),
        ("- plan B", " by letter", "plan B"),
        ("at 9:30", ".", "at 9:30"),
        (" | ", "", " | "),
    ],
)
def test_telling_words_leave_out_what_only_parts_them(found: str, rest: str, telling: str) -> None:
    text = f"Weaver {found}{rest}"
    evidence = quoted(text, Sentence(0, len(text)), len("Weaver "), len("Weaver ") + len(found))
    assert text[evidence.found_start : evidence.found_end] == telling


def test_words_found_twice_in_one_sentence_are_one_signal() -> None:
    report = analyze("We are async-first, truly async-first.")
    assert [signal.rule for signal in report.signals] == ["claim-async-first"]


def test_signals_stand_in_the_order_of_the_text() -> None:
    report = analyze("We default to async.\nThere is a daily standup.\nWe are async-first.")
    places = [signal.evidence.start for signal in report.signals]
    assert places == sorted(places)


def test_role_is_read_from_the_title_only() -> None:
    posting = Posting("Data Engineer\nYou help our account executives.", title="Data Engineer")
    assert not [s for s in analyze(posting).signals if s.aspect == "role"]
