"""Folding: one ASCII character for each character."""

from hypothesis import given
from hypothesis import strategies as st

from signals.engine.folding import fold


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folded_text_is_ascii(text: str) -> None:
    assert fold(text).isascii()


def test_curly_quotes_dashes_and_accents_become_what_a_keyboard_types() -> None:
    assert fold("don’t – “é” 9—5\u00a0h") == 'don\'t - "e" 9-5 h'


def test_arrows_become_the_sign_that_parts_the_steps_of_a_list() -> None:
    assert fold("Call → task ⇒ offer") == "Call > task > offer"
