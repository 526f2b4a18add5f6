"""From the many shapes in which ads name hours and zones to facts one can compute with."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals import HoursFact, HoursKind, Posting, analyze
from signals.hours.wording import describe

NEW_YORK, LOS_ANGELES = "America/New_York", "America/Los_Angeles"


def facts(text: str, location: str | None = None) -> tuple[HoursFact, ...]:
    return analyze(Posting(text, location=location)).facts


def fact(text: str, location: str | None = None) -> HoursFact:
    (only,) = facts(text, location)
    return only


@pytest.mark.parametrize(
    ("text", "zones", "start", "end"),
    [
        ("Working hours: 9am to 5pm EST.", (NEW_YORK,), time(9), time(17)),
        ("You work 8:30-5:00 EST.", (NEW_YORK,), time(8, 30), time(17)),
        ("Core hours are 10am-2pm Pacific time.", (LOS_ANGELES,), time(10), time(14)),
        ("Core hours: 11am to 4pm German timezone.", ("Europe/Berlin",), time(11), time(16)),
        ("You work 8-5 p.m. ET.", (NEW_YORK,), time(8), time(17)),
        ("You work 1pm to 10pm EST.", (NEW_YORK,), time(13), time(22)),
        ("You work 5pm to 2am PST.", (LOS_ANGELES,), time(17), time(2)),
        ("Working hours: 9:00 - 18:00 CET.", ("Europe/Berlin",), time(9), time(18)),
        ("Our core hours are 10am to 6:00pm est.", (NEW_YORK,), time(10), time(18)),
        ("We start our day at 8am-10am GMT+1.", ("UTC+01:00",), time(8), time(10)),
        ("A normal 9-5 job.", (), time(9), time(17)),
    ],
)
def test_window_is_read(text: str, zones: tuple[str, ...], start: time, end: time) -> None:
    found = fact(text)
    assert (found.kind, found.zones, found.start, found.end) == (
        HoursKind.WINDOW, zones, start, end,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "west", "east"),
    [
        ("Time zones from UTC-1 to UTC+3.", -1, 3),
        ("Remote, CET +/- 5h.", -4, 6),
        ("Remote (UTC +2) +- 2.", 0, 4),
        ("Time zone: GMT ±4h.", -4, 4),
        ("Your main location is between UTC -5 and +4, in these time zones.", -5, 4),
        ("You live within three hours of Eastern time.", -8, -2),
        ("US time zones only.", -8, -5),
        ("People from time zones GMT +1 to GMT +7:30.", 1, 7.5),
        ("You work in the Pacific time zone.", -8, -8),
        ("Based in EMEA time zones.", 0, 4),
    ],
)
def test_range_of_zones_is_read(text: str, west: float, east: float) -> None:
    found = fact(text)
    assert (found.kind, found.west, found.east) == (HoursKind.RANGE, west, east)


@pytest.mark.parametrize(
    ("text", "zones", "hours"),
    [
        ("At least four hours of overlap with Eastern time.", (NEW_YORK,), 4),
        ("Your day overlaps by at least 3 hours with Singapore.", ("Asia/Singapore",), 3),
        ("Four (4) hours of overlap with PST daily.", (LOS_ANGELES,), 4),
        ("You overlap with CET hours.", ("Europe/Berlin",), None),
    ],
)
def test_overlap_is_read(text: str, zones: tuple[str, ...], hours: float | None) -> None:
    found = fact(text)
    assert (found.kind, found.zones, found.overlap) == (HoursKind.OVERLAP, zones, hours)


def test_overlap_with_named_hours_keeps_them() -> None:
    found = fact("At least 4 hours of overlap between 10am and 10pm Sydney time.")
    assert (found.overlap, found.start, found.end, found.zones) == (
        4, time(10), time(22), ("Australia/Sydney",),
    )  # fmt: skip


def test_business_hours_without_numbers_are_taken_as_nine_to_five_and_called_so() -> None:
    found = fact("Be online during Eastern business hours.")
    assert (found.start, found.end, found.assumed) == (time(9), time(17), True)


def test_any_zone_is_a_fact_too() -> None:
    assert fact("All time zones considered.").kind is HoursKind.ANY_ZONE


@pytest.mark.parametrize(
    ("text", "location", "zone"),
    [
        ("You work 4pm to 1am IST. Our office is in Pune, India.", None, "Asia/Kolkata"),
        ("You work 9am to 5pm IST.", "Dublin, Ireland", "Europe/Dublin"),
        ("Working hours: 9am to 5pm CST.", "Austin, Texas", "America/Chicago"),
        ("Working hours: 9am to 5pm CST.", "Shanghai, China", "Asia/Shanghai"),
        ("Working hours: 9am to 5pm BST.", "London, UK", "Europe/London"),
    ],
)
def test_ambiguous_abbreviation_is_settled_by_the_place(
    text: str, location: str | None, zone: str
) -> None:
    found = fact(text, location)
    assert (found.zones, found.ambiguous) == ((zone,), False)


@pytest.mark.parametrize("abbreviation", ["CST", "IST", "BST"])
def test_ambiguous_abbreviation_without_a_place_is_called_ambiguous(abbreviation: str) -> None:
    found = fact(f"Working hours: 9am to 5pm {abbreviation}.")
    assert found.ambiguous
    assert len(found.zones) > 1


def test_days_are_read() -> None:
    assert fact("You work 11am to 8pm ET, Sunday to Thursday.").days == (0, 1, 2, 3, 6)


def test_customers_hours_are_no_fact() -> None:
    assert facts("We answer customers from 9am to 5pm EST.") == ()


def test_words_say_the_hours_in_utc_with_daylight_saving() -> None:
    assert describe(fact("Working hours: 9am to 5pm EST.")) == (
        "Asks for 09:00–17:00 New York time, Monday to Friday "
        "(14:00–22:00 UTC, 13:00–21:00 in daylight saving time)."
    )


def test_words_say_the_range() -> None:
    assert describe(fact("CET +/- 5h")) == "Asks for a time zone of UTC-4 to UTC+6."


@given(st.text(alphabet="0123456789:-+ apmAPMUTCESTGMhours to().CET", max_size=60))
def test_any_garble_of_hours_ends_well(text: str) -> None:
    for found in facts(f"Core hours {text} time zone UTC"):
        assert describe(found)
