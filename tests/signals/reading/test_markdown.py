"""Ads sent as text carry Markdown's marks; what a rule looks for is read without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals import analyze, read_text
from signals.reading.markdown import unmarked


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        (r"Hours: 8:00 AM\-5:00 PM", "Hours: 8:00 AM-5:00 PM"),
        ("a **hybrid** role", "a hybrid role"),
        ("_We have flexible hours_", "We have flexible hours"),
        ("__Remote-first__ team", "Remote-first team"),
    ],
)
def test_emphasis_and_escapes_are_dropped(marked: str, plain: str) -> None:
    assert unmarked(marked) == plain


@pytest.mark.parametrize(
    "text", ["* a bullet", "snake_case_name", "### Heading", r"C:\path", "https://a.example/x_y"]
)
def test_everything_else_stays(text: str) -> None:
    assert unmarked(text) == text


def test_signal_is_found_across_marks() -> None:
    report = analyze(read_text("Map Maker at Tern Maps\n\nA **hybrid** role. Apply today."))
    assert [signal.rule for signal in report.signals] == ["presence-hybrid"]


@given(st.text())
def test_nothing_is_added(text: str) -> None:
    assert len(unmarked(text)) <= len(text)
