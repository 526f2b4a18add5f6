"""Hours of the day that an ad asks for, in all the ways ads write them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals import HoursKind
from signals.hours.wording import describe
from tests.signals.hours.facts import (
    BERLIN,
    CHICAGO,
    KOLKATA,
    LONDON,
    LOS_ANGELES,
    NEW_YORK,
    fact,
    facts,
)


@pytest.mark.parametrize(
    ("text", "zones", "start", "end"),
    [
        ("Working hours: 9am to 5pm EST.", (NEW_YORK,), time(9), time(17)),
        ("You work 8:30-5:00 EST.", (NEW_YORK,), time(8, 30), time(17)),
        ("Core hours 8:30-5:00 EST.", (NEW_YORK,), time(8, 30), time(17)),
        ("Core hours are 10am-2pm Pacific time.", (LOS_ANGELES,), time(10), time(14)),
        ("Core hours: 11am to 4pm German timezone.", (BERLIN,), time(11), time(16)),
        ("You work 8-5 p.m. ET.", (NEW_YORK,), time(8), time(17)),
        ("You work 1pm to 10pm EST.", (NEW_YORK,), time(13), time(22)),
        ("You work 1-5pm PST.", (LOS_ANGELES,), time(13), time(17)),
        ("You work 12-8pm PST.", (LOS_ANGELES,), time(12), time(20)),
        ("Working hours: 9:00 - 18:00 CET.", (BERLIN,), time(9), time(18)),
        ("Working hours: 9:30-17 CET.", (BERLIN,), time(9, 30), time(17)),
        ("Working hours: 9:30-17.", (), time(9, 30), time(17)),
        ("Core hours 13h00 - 18h00 CET.", (BERLIN,), time(13), time(18)),
        ("You work 9.30 till 18.00 UK time.", (LONDON,), time(9, 30), time(18)),
        ("Our core hours are 10am to 6:00pm est.", (NEW_YORK,), time(10), time(18)),
        ("We start our day at 8am-10am GMT+1.", ("UTC+01:00",), time(8), time(10)),
        ("Be online from 10am to 7pm GMT+5:30.", ("UTC+05:30",), time(10), time(19)),
        ("Hours: 9am – 6pm PT", (LOS_ANGELES,), time(9), time(18)),
        ("You work 7a-4p EST.", (NEW_YORK,), time(7), time(16)),
        ("You work 9am EST - 1pm EST.", (NEW_YORK,), time(9), time(13)),
        ("Hours: 0900-1730 GMT", ("UTC",), time(9), time(17, 30)),
        ("You work M-F 8-5 EST.", (NEW_YORK,), time(8), time(17)),
        ("You work 9 to 5 EST/EDT.", (NEW_YORK,), time(9), time(17)),
        ("You work 9-5pm PST/PDT.", (LOS_ANGELES,), time(9), time(17)),
        ("A normal 9-5 job.", (), time(9), time(17)),
    ],
)
def test_hours_and_zone_are_read(text: str, zones: tuple[str, ...], start: time, end: time) -> None:
    found = fact(text)
    assert (found.kind, found.zones, found.start, found.end) == (
        HoursKind.WINDOW, zones, start, end,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("You work 5pm to 2am PST.", time(17), time(2)),
        ("You work 5pm - 2 PST.", time(17), time(2)),
        ("Shift: 22:00-6:00 UTC.", time(22), time(6)),
        ("You work 12am to 8am GMT.", time(0), time(8)),
        ("Working hours: 00:00 - 08:00 UTC.", time(0), time(8)),
        ("Working hours are 16:00 to 24:00 UTC.", time(16), time(0)),
        ("You work from 3:30 PM to 12:00 AM EET.", time(15, 30), time(0)),
        ("You work from 4 pm to midnight CET.", time(16), time(0)),
        ("Working hours: noon to 8pm ET.", time(12), time(20)),
        ("Working hours: 8 am to noon PT.", time(8), time(12)),
        ("You work 12:00pm to 8:30 GMT.", time(12), time(20, 30)),
    ],
)
def test_midnight_and_noon_are_no_riddle(text: str, start: time, end: time) -> None:
    found = fact(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("You work 11am to 8pm ET, Sunday to Thursday.", (0, 1, 2, 3, 6)),
        ("Mon-Thu, 9am to 4pm EST.", (0, 1, 2, 3)),
        ("You work M-F 8-5 EST.", (0, 1, 2, 3, 4)),
        ("You work 10am-4pm M-Th.", (0, 1, 2, 3)),
        ("You work Tuesdays and Saturdays, 9am to 5pm PST.", (1, 5)),
        ("You work 11 am to 6 pm ET on Monday, Wednesday, Friday, and Sunday.", (0, 2, 4, 6)),
        ("Sat 06:30 AM - 02:30 PM", (5,)),
        ("Weekdays 9am to 5pm EST.", (0, 1, 2, 3, 4)),
        ("You work 9am to 5pm EST on weekends.", (5, 6)),
        ("You work 9am to 5pm EST.", ()),
        ("You work 9am to 5pm EST, with overtime and weekends as needed.", ()),
        ("You sat in the sun from 9am to 5pm EST.", ()),
    ],
)
def test_days_are_read_where_the_ad_names_them(text: str, days: tuple[int, ...]) -> None:
    assert fact(text).days == days


def test_each_hours_of_a_sentence_keep_their_own_days() -> None:
    weekdays, saturday = facts("Hours: 8:30am to 6pm on weekdays, and 9am to 5pm every Saturday.")
    assert (weekdays.days, saturday.days) == ((0, 1, 2, 3, 4), (5,))


def test_german_hours_are_read_too() -> None:
    found = fact(
        "Wir sind ein kleines Team und freuen uns auf dich. "
        "Deine Arbeitszeit ist von 9:00 bis 17:30 Uhr in unserem Büro in Berlin."
    )
    assert (found.zones, found.start, found.end) == ((BERLIN,), time(9), time(17, 30))


def test_business_hours_without_numbers_are_taken_as_nine_to_five_and_called_so() -> None:
    found = fact("Be online during Eastern business hours.")
    assert (found.start, found.end, found.assumed) == (time(9), time(17), True)


def test_hours_of_one_zone_or_another_leave_the_choice() -> None:
    found = fact("Working hours in EST or CET.")
    assert (found.zones, found.ambiguous) == ((NEW_YORK, BERLIN), False)


def test_zone_of_the_hours_is_not_told_twice() -> None:
    found = fact("You work 9am - 6pm, Monday - Friday, in the US Eastern time zone.")
    assert (found.kind, found.zones) == (HoursKind.WINDOW, (NEW_YORK,))


@pytest.mark.parametrize(
    ("text", "location", "zone"),
    [
        ("You work 4pm to 1am IST. Our office is in Pune, India.", None, KOLKATA),
        ("You work 9am to 5pm IST.", "Dublin, Ireland", "Europe/Dublin"),
        ("You work 9am to 5pm IST.", "Tel Aviv", "Asia/Jerusalem"),
        ("Working hours: 9am to 5pm CST.", "Austin, TX", CHICAGO),
        ("Working hours: 9am to 5pm CST.", "Shanghai, China", "Asia/Shanghai"),
        ("Working hours: 9am to 5pm CST. We sell to the US.", "Shanghai", "Asia/Shanghai"),
        ("You work 9am to 5pm CST with our US team. We make tea from China.", None, CHICAGO),
        ("Working hours: 9am to 5pm BST.", "London, UK", LONDON),
        ("Working hours: 9am to 5pm BST.", "Dhaka", "Asia/Dhaka"),
    ],
)
def test_ambiguous_abbreviation_is_settled_by_the_place(
    text: str, location: str | None, zone: str
) -> None:
    found = fact(text, location)
    assert (found.zones, found.ambiguous) == ((zone,), False)


@pytest.mark.parametrize("abbreviation", ["CST", "IST", "BST"])
@pytest.mark.parametrize("rest", ["", "Join us and contact us.", "We grow cork in Indianapolis."])
def test_ambiguous_abbreviation_without_a_place_is_called_ambiguous(
    abbreviation: str, rest: str
) -> None:
    found = fact(f"Working hours: 9am to 5pm {abbreviation}. {rest}")
    assert found.ambiguous
    assert len(found.zones) > 1


def test_business_hours_of_a_country_with_many_zones_are_ambiguous() -> None:
    found = fact("You work US business hours.")
    assert (found.zones, found.ambiguous) == ((LOS_ANGELES, NEW_YORK), True)


def test_region_before_its_zone_only_narrows_it() -> None:
    assert fact("You work U.S. East Coast business hours.").zones == (NEW_YORK,)


@pytest.mark.parametrize(
    "text",
    [
        "We answer customers from 9am to 5pm EST.",
        "Hours: 8-10 hours a week.",
        "Founded 2019-2023 hours apart.",
        "Shifts start at 7am Eastern time.",
    ],
)
def test_what_are_no_hours_of_the_job_is_no_fact(text: str) -> None:
    assert facts(text) == ()


@given(st.text(alphabet="0123456789:-+ apmAPMUTCESTGMhours to().CETMonFri", max_size=60))
def test_any_garble_of_hours_ends_well(text: str) -> None:
    for found in facts(f"Core hours {text} time zone UTC"):
        assert describe(found)


def test_same_hours_on_other_days_are_another_fact() -> None:
    found = facts("You work 9am - 1pm GMT, Monday to Friday.\nYou work 9am - 1pm GMT on Saturday.")
    assert [one.days for one in found] == [(0, 1, 2, 3, 4), (5,)]


@pytest.mark.parametrize("order", [1, -1])
def test_hours_told_with_and_without_their_days_are_one_fact(order: int) -> None:
    lines = ["You work 9am - 1pm GMT, Monday to Friday.", "Your shift is 9am - 1pm GMT."]
    assert fact("\n".join(lines[::order])).days == (0, 1, 2, 3, 4)
