"""Zones that an ad wants you to live in, from west to east."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals import HoursKind
from tests.signals.hours.facts import LOS_ANGELES, NEW_YORK, fact, facts


@pytest.mark.parametrize(
    ("text", "west", "east"),
    [
        ("Time zones from UTC-1 to UTC+3.", -1, 3),
        ("You live in UTC-8 to UTC-5.", -8, -5),
        ("People from time zones GMT +1 to GMT +7:30.", 1, 7.5),
        ("Your main location is between UTC -5 and +4, in these time zones.", -5, 4),
        ("We hire between -4/+4 UTC.", -4, 4),
        ("Remote (UTC-5 ~ UTC+5)", -5, 5),
        ("You live in timezone (+11).", 11, 11),
        ("You operate within GMT-3.", -3, -3),
        ("Remote (max GMT-2).", -2, 0),
        ("Remote from PST to CET.", -8, 1),
        ("Remote: Pacific Time (PST) to Central European Time (CET).", -8, 1),
        ("US time zones only.", -8, -5),
        ("Based in EMEA time zones.", 0, 4),
        ("You live in the Americas time zones (UTC-9 to UTC-4).", -9, -4),
        ("Candidates in the Eastern or Central Time Zones are preferred.", -6, -5),
        ("You work in the Pacific time zone.", -8, -8),
        ("Able to work the U.S. EST time zone.", -5, -5),
        ("Applicants in or near GMT preferred.", 0, 0),
        ("You must be located in the Mountain time zone.", -7, -7),
        ("CET only.", 1, 1),
        ("Open to residents of CET-1 to CET+3.", 0, 4),
        ("TZ:UTC-6to UTC-4", -6, -4),
        ("You live within +3.00 to 0.00 UTC.", 0, 3),
        ("You live within +5:30 to +8 UTC.", 5.5, 8),
        ("You live within -3.30 to +5 UTC.", -3.5, 5),
        ("You live between UTC +3 and +5:30.", 3, 5.5),
        ("MENA time zones only.", 1, 4),
        ("Remote in Africa, MENA or Europe time zones.", 0, 4),
        ("Remote, between UTC-1 and UTC+3Weaving", -1, 3),
        ("You live no more than CET-5 away.", -4, 1),
        ("For those in Pacific, Mountain, Central or Eastern time.", -8, -5),
    ],
)
def test_range_of_zones_is_read(text: str, west: float, east: float) -> None:
    found = fact(text)
    assert (found.kind, found.west, found.east) == (HoursKind.RANGE, west, east)


@pytest.mark.parametrize(
    ("text", "west", "east"),
    [
        ("Remote, CET +/- 5h.", -4, 6),
        ("Remote within CET +/- 2h.", -1, 3),
        ("Remote (UTC +2) +- 2.", 0, 4),
        ("Time zone: GMT ±4h.", -4, 4),
        ("Within UTC+/-3.", -3, 3),
        ("Timezone: CET (+/- 3 hours)", -2, 4),
        ("Remote, +/- 3 CST, from anywhere in the US.", -9, -3),
        ("Remote, +/- 2 hours from London.", -2, 2),
        ("Your timezone is plus/minus 2h from Stockholm.", -1, 3),
        ("You live within three hours of Eastern time.", -8, -2),
        ("You live within 3 hours of CET.", -2, 4),
        ("At most 2 hours away from our time zone (CET).", -1, 3),
        ("Remote, up to 6h time zone difference from Pacific.", -12, -2),
        ("Within 2 hours +/- GMT.", -2, 2),
        ("You're based in CET, give or take 2 hours.", -1, 3),
        ("You have to be in a zone up to 3 hours east of Lisbon.", 0, 3),
        ("You live up to 2 hours west of London.", -2, 0),
        ("You live within 2 hours ahead or behind CET.", -1, 3),
    ],
)
def test_reach_around_a_zone_is_read(text: str, west: float, east: float) -> None:
    found = fact(text)
    assert (found.west, found.east, found.assumed) == (west, east, False)


@pytest.mark.parametrize(
    ("text", "west", "east"),
    [
        ("No further west than Eastern time, please.", -5, None),
        ("Remote, but not further east than UTC+4.", None, 4),
    ],
)
def test_end_that_the_ad_leaves_open_is_open(
    text: str, west: float | None, east: float | None
) -> None:
    found = fact(text)
    assert (found.kind, found.west, found.east) == (HoursKind.RANGE, west, east)


@pytest.mark.parametrize(
    "text",
    [
        "Ready for EET timezone weaving - able to weave within 3 hours of the EET timezone.",
        "A spinner in the EET timezone: you live within 3 hours of the EET timezone.",
    ],
)
def test_zone_told_twice_reaches_as_far_as_the_ad_says_once(text: str) -> None:
    found = fact(text)
    assert (found.west, found.east) == (-1, 5)


def test_offsets_before_their_utc_are_the_zones() -> None:
    assert fact("You live anywhere between -5 and -8 UTC.").zones == ("UTC-05:00", "UTC-08:00")


@pytest.mark.parametrize(
    "text",
    [
        "Our loom converts meeting times from EST to CET.",
        "You mend how we store PST and PDT dates.",
    ],
)
def test_zones_of_what_software_does_are_no_fact(text: str) -> None:
    assert facts(text) == ()


@pytest.mark.parametrize(
    ("text", "reach"),
    [("You live within a few hours of GMT.", 3), ("Within a couple of hours of London time.", 2)],
)
def test_few_hours_are_an_assumption(text: str, reach: float) -> None:
    found = fact(text)
    assert (found.west, found.east, found.assumed) == (-reach, reach, True)


def test_zone_of_an_office_elsewhere_in_the_sentence_does_not_count() -> None:
    assert facts("London, UK | Remote (but near timezone) | Full-time") == ()


def test_each_zone_in_its_own_sentence_is_a_fact() -> None:
    found = facts("Remote (Pacific time zone)\nRemote (EST timezone)")
    assert [one.zones for one in found] == [(LOS_ANGELES,), (NEW_YORK,)]


def test_ambiguous_zone_has_no_limits() -> None:
    found = fact("A time zone close to IST, please: ability to work in IST timezone.")
    assert (found.ambiguous, found.west, found.east) == (True, None, None)


def test_any_zone_is_a_fact_too() -> None:
    assert fact("All time zones considered.").kind is HoursKind.ANY_ZONE


@given(st.integers(-12, 14), st.integers(-12, 14))
def test_two_offsets_are_told_from_west_to_east(first: int, last: int) -> None:
    found = fact(f"Remote from UTC{first:+d} to UTC{last:+d}.")
    assert (found.west, found.east) == (min(first, last), max(first, last))
