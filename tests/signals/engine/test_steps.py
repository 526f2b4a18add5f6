"""Steps of a list are counted where they are parted, however the list is written."""

from hypothesis import given
from hypothesis import strategies as st

from signals import analyze
from signals.engine.steps import LENGTH, runs

ROUND = "technical interview"


def rounds(text: str, at_least: int = 3) -> list[str]:
    places = [(at, at + len(ROUND)) for at in range(len(text)) if text.startswith(ROUND, at)]
    return [text[start:end] for start, end in runs(places, text, at_least)]


def test_a_step_a_line_is_counted() -> None:
    text = f"1. {ROUND}\n2. a small task\n3. {ROUND}\n4. {ROUND}\nOffer"
    assert rounds(text) == [f"{ROUND}\n2. a small task\n3. {ROUND}\n4. {ROUND}"]


def test_steps_in_one_line_are_counted() -> None:
    for between in (" -> ", " >> ", ", ", "; ", " then a ", " followed by a "):
        assert rounds(between.join([ROUND] * 3)), between


def test_two_finds_of_one_step_count_once() -> None:
    assert not rounds(f"{ROUND} as a {ROUND}, then a {ROUND}")
    assert not rounds(f"{ROUND}: a {ROUND}, live\nthen {ROUND}")


def test_steps_far_apart_are_of_no_list() -> None:
    assert not rounds(f"{ROUND},{' far' * 100}, {ROUND},{' far' * 100}, {ROUND}")


def test_a_long_list_is_quoted_up_to_a_length() -> None:
    (quote,) = rounds(", ".join([ROUND] * 40))
    assert len(quote) <= LENGTH


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 30)), max_size=20))
def test_runs_begin_and_end_at_finds(lengths: list[tuple[int, int]]) -> None:
    places = [(start, start + length) for start, length in lengths]
    for start, end in runs(places, ", \n" * 120, 3):
        assert start in {place[0] for place in places}
        assert end in {place[1] for place in places}


def test_a_list_of_live_rounds_is_quoted_whole() -> None:
    steps = "Meet the team\n- Technical interview\n- Chat with our CTO"
    (signal,) = analyze(f"Our hiring process:\n- {steps}\n- Offer").signals
    assert (signal.rule, signal.evidence.quote) == ("hiring-live-rounds", steps)
