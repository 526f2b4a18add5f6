"""Facts in the words that a seeker reads."""

import pytest

from signals.hours.wording import describe
from tests.signals.hours.facts import fact


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Working hours: 9am to 5pm EST.",
            "Asks for 09:00–17:00 US Eastern time "
            "(14:00–22:00 UTC, 13:00–21:00 in daylight saving time).",
        ),
        (
            "You work 10pm to 6am IST from Pune, Sunday to Thursday.",
            "Asks for 22:00–06:00 India time, Sunday to Thursday (16:30–00:30 UTC).",
        ),
        (
            "Hours: 8-5, Saturdays & Sundays.",
            "Asks for 08:00–17:00, Saturday, Sunday; the ad names no time zone.",
        ),
        (
            "Working hours: 9am to 5pm CST.",
            "Asks for 09:00–17:00 US Central or China time; the ad does not say which.",
        ),
        (
            "Working hours in EST or CET.",
            "Asks for the working day in US Eastern or Central European time.",
        ),
        (
            "Four hours of overlap with CET.",
            "Asks for 4 hours a day shared with the working day in Central European time.",
        ),
        (
            "You have some overlap with our team's hours.",
            "Asks for some time shared with their working day; the ad names no time zone.",
        ),
        ("CET +/- 5h", "Asks for a time zone from UTC-4 to UTC+6."),
        (
            "Remote, in a time zone within a few hours of GMT.",
            "Asks for a time zone from about UTC-3 to UTC+3.",
        ),
        (
            "People from time zones GMT +1 to GMT +5:45.",
            "Asks for a time zone from UTC+1 to UTC+5:45.",
        ),
        ("No further west than Eastern time.", "Asks for a time zone no further west than UTC-5."),
        (
            "Remote, not further east than UTC+4.",
            "Asks for a time zone no further east than UTC+4.",
        ),
        ("You work in the Pacific time zone.", "Asks for US Pacific time (UTC-8)."),
        ("You operate within GMT-3.", "Asks for a time zone of UTC-3."),
        (
            "Ability to work in IST timezone.",
            "Asks for India, Irish or Israel time; the ad does not say which.",
        ),
        ("All time zones considered.", "Any time zone is welcome."),
    ],
)
def test_fact_is_told_in_one_sentence(text: str, words: str) -> None:
    assert describe(fact(text)) == words


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Applicants in or near GMT are preferred.", "Prefers"),
        ("Ideally in the Pacific time zone.", "Prefers"),
        ("You must work in the Pacific time zone.", "Asks for"),
    ],
)
def test_wish_is_told_from_a_demand(text: str, verb: str) -> None:
    assert describe(fact(text)).startswith(verb)
