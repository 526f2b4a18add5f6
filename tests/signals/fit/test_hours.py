"""What an ad's hours and zones would mean in the seeker's own day."""

from datetime import time

import pytest

from signals import Profile, analyze

JAKARTA = Profile("Asia/Jakarta", time(9), time(18))
BERLIN = Profile("Europe/Berlin", time(9), time(18))
KATHMANDU = Profile("Asia/Kathmandu", time(9), time(18))
AUCKLAND = Profile("Pacific/Auckland", time(9), time(18))


def said(text: str, profile: Profile) -> str:
    fit = analyze(text, profile=profile).fit
    assert fit
    (only,) = fit.hours
    return only


def test_their_hours_are_told_on_your_clock_in_both_halves_of_the_year() -> None:
    assert said("Working hours: 9am to 5pm EST.", JAKARTA) == (
        "Their 09:00–17:00 US Eastern time is 21:00–05:00 (in July 20:00–04:00) "
        "for you in Jakarta; 0 of 8 hours fall in your day."
    )


def test_quarters_of_an_hour_stay_exact() -> None:
    assert said("You work 9am to 6pm GMT.", KATHMANDU) == (
        "Their 09:00–18:00 UTC is 14:45–23:45 for you in Kathmandu; "
        "3.25 of 9 hours fall in your day."
    )


def test_day_that_runs_past_midnight_is_shared_too() -> None:
    owl = Profile("Europe/Berlin", time(20), time(5))
    assert said("You work 4pm to midnight EST.", owl) == (
        "Their 16:00–00:00 US Eastern time is 22:00–06:00 for you in Berlin; "
        "7 of 8 hours fall in your day."
    )


def test_usual_day_is_called_an_assumption() -> None:
    assert said("You work EST hours.", BERLIN) == (
        "Their working day, taken as 09:00–17:00 US Eastern time, is 15:00–23:00 "
        "for you in Berlin; 3 of 8 hours fall in your day."
    )


def test_of_two_zones_to_choose_from_the_better_one_counts() -> None:
    assert "taken as 09:00–17:00 Central European time" in said(
        "Working hours in EST or CET.", BERLIN
    )


@pytest.mark.parametrize(
    ("text", "profile", "words"),
    [
        (
            "Remote, no further east than UTC+3.",
            JAKARTA,
            "Jakarta (UTC+7) lies 4 hours outside the time zones asked for.",
        ),
        (
            "Remote, no further west than UTC+3.",
            JAKARTA,
            "Jakarta (UTC+7) lies within the time zones asked for.",
        ),
    ],
)
def test_range_with_one_end_goes_on_to_the_date_line(
    text: str, profile: Profile, words: str
) -> None:
    assert said(text, profile) == words


@pytest.mark.parametrize(
    ("text", "profile", "words"),
    [
        (
            "Time zones from UTC-1 to UTC+3.",
            JAKARTA,
            "Jakarta (UTC+7) lies 4 hours outside the time zones asked for.",
        ),
        (
            "Time zones from UTC-1 to UTC+3.",
            BERLIN,
            "Berlin (UTC+1) lies within the time zones asked for.",
        ),
        (
            "You work in the Hawaii time zone: ability to work in UTC-10 to UTC-9.",
            AUCKLAND,
            "Auckland (UTC+12) lies 2 hours outside the time zones asked for.",
        ),
    ],
)
def test_distance_to_a_range_goes_the_shorter_way_round_the_clock(
    text: str, profile: Profile, words: str
) -> None:
    assert said(text, profile) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "At least four hours of overlap with Eastern time.",
            "You can share 3 of the 4 hours a day asked for: their working day, "
            "taken as 09:00–17:00 US Eastern time, is 15:00–23:00 for you.",
        ),
        (
            "Two hours of overlap with Eastern time.",
            "You can share all 2 hours a day asked for: their working day, "
            "taken as 09:00–17:00 US Eastern time, is 15:00–23:00 for you.",
        ),
        (
            "You overlap with Eastern time in some hours.",
            "Your day shares 3 hours with theirs: their working day, "
            "taken as 09:00–17:00 US Eastern time, is 15:00–23:00 for you.",
        ),
    ],
)
def test_overlap_says_what_you_can_give(text: str, words: str) -> None:
    assert said(text, BERLIN) == words


def test_ambiguous_zone_becomes_a_question_with_both_meanings() -> None:
    assert said("Working hours: 9am to 5pm CST.", JAKARTA) == (
        "Ask which time zone is meant: 22:00–06:00 (in July 21:00–05:00) for you as US Central "
        "time, or 08:00–16:00 for you as China time."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Working hours: 9am to 5pm.", "ask where their 09:00–17:00 is."),
        ("Four hours of overlap with our team.", "ask where their working day is."),
    ],
)
def test_hours_without_a_zone_become_a_question(text: str, words: str) -> None:
    assert said(text, JAKARTA) == f"The ad names no time zone: {words}"


def test_any_zone_welcomes_you() -> None:
    assert said("All time zones considered.", JAKARTA) == "Your time zone is as good as any."
