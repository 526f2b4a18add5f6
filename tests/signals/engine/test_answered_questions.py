"""A question that the ad answers itself counts as its answer says."""

import pytest

from signals import analyze


@pytest.mark.parametrize(
    "text",
    [
        "Will I have to relocate? No.",
        "Do I need to come into the mill's office? No, never.",
        "Is there a whiteboard interview? No!",
        "Is there a whiteboard interview? Sorry, no.",
        "Are there core hours? Not at all; come when you like it.",
        "Must I move house?\nIs the job on-site? Unfortunately not.",
        "Are there core hours?\n\nNope",
        "| Is the job on-site? | No |",
        "| Must I relocate? | No |",
        "Q: Will I have to relocate?\nA: No.",
        "Will I have to relocate?\n- No",
        "Will I have to relocate? No - stay at home.",
        '"Will I have to relocate?" No.',
        "Will I have to relocate?! Of course not.",
        "Are there daily standups? None.",
        "Wir weben in Wien und suchen dich für unsere Werkstatt. Gibt es Kernzeiten? Nein.",
        "Wir weben in Wien und suchen dich für unsere Werkstatt. Gibt es Kernzeiten? Leider nein.",
    ],
)
def test_question_answered_no_asks_nothing_of_you(text: str) -> None:
    assert [one.rule for one in analyze(text).signals if one.direction == "sync"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Will I have to relocate? Yes.",
        "Will I have to relocate? No idea is too bold for us.",
        "Will I have to relocate? Yes, no exceptions.",
        "| Must I relocate? | Yes |",
        "Will I have to relocate? No-one has ever regretted it.",
        "Will I have to relocate? - Not far.",
        "Do I have to relocate? We pay for it, no matter where you live.",
        "Wir weben in Wien und suchen dich für unsere Werkstatt. Gibt es Kernzeiten? Ja.",
    ],
)
def test_question_answered_otherwise_is_a_sign(text: str) -> None:
    assert [one.rule for one in analyze(text).signals] != []
