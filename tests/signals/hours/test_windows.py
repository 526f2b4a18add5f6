"""Hours of the day that an ad asks for, in all the ways ads write them."""

from collections.abc import Sequence
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
        ("This is a 12-8 position.", (), time(12), time(20)),
        ("hours 930am-6pm", (), time(9, 30), time(18)),
        ("You weave 1300-2100Z.", ("UTC",), time(13), time(21)),
        ("Mon-Fri,9.00-17.30GMT", ("UTC",), time(9), time(17, 30)),
        ("Keep 9 to 5 hours in Tokyo.", ("Asia/Tokyo",), time(9), time(17)),
        ("You're on from 6pm Pacific to 2am.", (LOS_ANGELES,), time(18), time(2)),
        ("corehours:10-3ET", (NEW_YORK,), time(10), time(15)),
        ("CEST daytime,9to5", (BERLIN,), time(9), time(17)),
        ("Time zone | ET | Hours | 9-6", (NEW_YORK,), time(9), time(18)),
        ("12-hour days, 7 to 7.", (), time(7), time(19)),
        ("You weave 9am-5pm Arizona time.", ("America/Phoenix",), time(9), time(17)),
        ("You weave 9am-5pm MST.", ("America/Denver",), time(9), time(17)),
        ("You weave 9am-5pm MST, Tucson, AZ.", ("America/Phoenix",), time(9), time(17)),
        ("You weave 9am-5pm MST, Phoenix.", ("America/Phoenix",), time(9), time(17)),
        ("You weave 9am-5pm ADT.", ("America/Halifax",), time(9), time(17)),
        ("You weave 9am-5pm Central Africa Time.", ("Africa/Maputo",), time(9), time(17)),
        ("You weave 9am-5pm Chile time.", ("America/Santiago",), time(9), time(17)),
        ("You weave 9am-5pm NPT.", ("Asia/Kathmandu",), time(9), time(17)),
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
        ("You work 8-12 AM EST.", time(8), time(12)),
        ("You work from 10 until midnight CET.", time(10), time(0)),
        ("You work 11pm-12am EST.", time(23), time(0)),
        ("You work 9pm-12am EST.", time(21), time(0)),
        ("Working hours: 8:00 to 12:00 midnight EST.", time(8), time(0)),
        ("You work 12:00 midnight - 8am EST.", time(0), time(8)),
        ("You work 12 noon to 8pm EST.", time(12), time(20)),
    ],
)
def test_midnight_and_noon_are_no_riddle(text: str, start: time, end: time) -> None:
    found = fact(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("You'd be in from half past eight until five.", time(8, 30), time(17)),
        ("Standard hours of nine to five apply.", time(9), time(17)),
        ("Work runs from quarter to nine until half past five.", time(8, 45), time(17, 30)),
        ("You weave from eight in the morning to four in the afternoon.", time(8), time(16)),
        ("You are here from 10 in the morning until 6 in the evening.", time(10), time(18)),
        ("From 2 in the afternoon to 10 at night.", time(14), time(22)),
        ("You are on duty from 7 in the evening to 3 at night.", time(19), time(3)),
        ("The day begins at 9 o'clock sharp and ends at 5 o'clock.", time(9), time(17)),
    ],
)
def test_hours_in_words_are_read(text: str, start: time, end: time) -> None:
    found = fact(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "zone", "start"),
    [
        ("Hours: 9am-5pm EST (3pm-11pm CET)", NEW_YORK, time(9)),
        ("Daily 14:00-22:00 UTC (10am-6pm EDT)", "UTC", time(14)),
        ("You work 8am-4pm Pacific, which is 11am-7pm Eastern.", LOS_ANGELES, time(8)),
    ],
)
def test_hours_told_again_in_another_zone_are_one_fact(text: str, zone: str, start: time) -> None:
    found = fact(text)
    assert (found.zones, found.start) == ((zone,), start)


def test_other_hours_in_another_zone_are_another_fact() -> None:
    found = facts("Shifts are 7am-3pm ET or 11am-7pm PT.")
    assert [one.zones for one in found] == [(NEW_YORK,), (LOS_ANGELES,)]


def test_same_hours_of_either_zone_leave_the_choice() -> None:
    found = fact("Work either 9-5 Eastern or 9-5 Pacific, your pick.")
    assert (found.zones, found.ambiguous) == ((NEW_YORK, LOS_ANGELES), False)


@pytest.mark.parametrize(
    "text", ["Working hours: EST", "Schedule: EST (flexible)", "Normal business hours, EST."]
)
def test_hours_that_are_a_zone_are_its_working_day(text: str) -> None:
    found = fact(text)
    assert (found.kind, found.zones, found.assumed) == (HoursKind.WINDOW, (NEW_YORK,), True)


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
        ("mon-fri 8am-5pm pst", (0, 1, 2, 3, 4)),
        ("sat to wed, 10am-6pm", (0, 1, 2, 5, 6)),
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


def test_days_and_hours_run_together_are_read() -> None:
    found = facts("You spin Mon-Fri 9:00am-5:00pmSaturday10:30am to 2:00pm")
    assert [(one.start, one.end, one.days) for one in found] == [
        (time(9), time(17), (0, 1, 2, 3, 4)),
        (time(10, 30), time(14), (5,)),
    ]


@pytest.mark.parametrize("hours", ["Monday-Friday9:00am-5:00pm", "9:00am-5:00pmMonday-Friday"])
def test_range_of_days_and_hours_run_together_are_read(hours: str) -> None:
    assert fact(f"Working hours: {hours}").days == (0, 1, 2, 3, 4)


def test_days_before_from_belong_to_the_hours_behind_it() -> None:
    found = facts("Hours: 8am-5pm, Fridays from 8am to noon.")
    assert [one.days for one in found] == [(), (4,)]


def test_other_weekdays_are_those_not_named() -> None:
    found = facts("Half-day Fridays: 9 to 1, other weekdays 9 to 6.")
    assert [one.days for one in found] == [(4,), (0, 1, 2, 3)]


def test_german_hours_are_read_too() -> None:
    found = fact(
        "Wir sind ein kleines Team und freuen uns auf dich. "
        "Deine Arbeitszeit ist von 9:00 bis 17:30 Uhr in unserem Büro in Berlin."
    )
    assert (found.zones, found.start, found.end) == ((BERLIN,), time(9), time(17, 30))


ABROAD = {
    "de": "Wir weben in Wien und suchen dich für unsere kleine Werkstatt. Deine Arbeitszeit: ",
    "es": "Tejemos en una oficina de Madrid y buscamos a una persona con ganas. Horario: ",
    "fr": "Nous cherchons un tisserand pour notre petit atelier de Lyon. Horaires : ",
    "pt": "Procuramos uma pessoa para a nossa oficina de Lisboa. Horário: ",
}


@pytest.mark.parametrize(
    ("language", "hours", "days"),
    [
        ("es", "de lunes a jueves de 8:30 a 18:00, viernes de 8:30 a 13:00", [range(4), [4]]),
        ("es", "LUNES A JUEVES 8:30 A 18:00 VIERNES DE 8:30 A 13:00", [range(4), [4]]),
        ("de", "Montag bis Mittwoch 8:30-17:00 Uhr, freitags 8:30-12:00 Uhr", [range(3), [4]]),
        ("de", "dienstags und sonntags von 8:30 bis 17:00 Uhr", [[1, 6]]),
        ("fr", "du mardi au vendredi de 8h30 à 17h00, samedi de 8h30 à 12h00", [range(1, 5), [5]]),
        ("pt", "de segunda a sexta das 8:30 às 17:00, sábados das 8:30 às 12:00", [range(5), [5]]),
        ("pt", "das 8:30 às 17:00 na quarta-feira", [[2]]),
        ("pt", "pela segunda vez das 8:30 às 17:00", [[]]),
    ],
)
def test_days_are_read_in_other_languages(
    language: str, hours: str, days: Sequence[Sequence[int]]
) -> None:
    found = facts(f"{ABROAD[language]}{hours}.")
    assert [one.days for one in found] == [tuple(some) for some in days]


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
        ("You work 9am to 5pm EST.", "Sydney, Australia", "Australia/Sydney"),
        ("You work 9am to 5pm EST at our Melbourne mill.", None, "Australia/Sydney"),
        ("You work 9am to 5pm EST. We sell wool in Australia.", None, NEW_YORK),
        ("You work 9am to 5pm EST with our US and Australian mills.", None, NEW_YORK),
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
        "Our mills are open from 9am to 9pm, and the shops are open 10am to 6pm.",
        "Reception desk opening times: 08:30 - 17:00.",
        "The market we trade on is open 9:30 to 4:00 Eastern.",
        "Our customers work 9 to 5, our looms never sleep.",
        "Call our recruiter between 9am and noon GMT.",
        "The gym downstairs is free for staff from 6am to 10pm.",
        "The job takes nine to twelve months.",
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
