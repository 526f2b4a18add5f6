"""Hours a day that an ad wants shared with another place's day."""

from datetime import time

import pytest

from signals import HoursKind
from tests.signals.hours.facts import BERLIN, LOS_ANGELES, NEW_YORK, fact, facts


@pytest.mark.parametrize(
    ("text", "zones", "hours"),
    [
        ("At least four hours of overlap with Eastern time.", (NEW_YORK,), 4),
        ("Your day overlaps by at least 3 hours with Singapore.", ("Asia/Singapore",), 3),
        ("Four (4) hours of overlap with PST daily.", (LOS_ANGELES,), 4),
        ("4-6 hours of overlap with CET.", (BERLIN,), 4),
        ("4 to 5 hours overlap with the EST timezone.", (NEW_YORK,), 4),
        ("4+ hours of overlap with EST.", (NEW_YORK,), 4),
        ("You must overlap EST by 5 hours per day.", (NEW_YORK,), 5),
        ("You work 20 hours a week overlapping EST.", (NEW_YORK,), 4),
        ("Half of your workday overlaps with CET.", (BERLIN,), 4),
        ("You need a minimum of 3 hours' overlap with US Eastern.", (NEW_YORK,), 3),
        ("Overlap: 2h with UTC+8", ("UTC+08:00",), 2),
        ("Your day must share five hours with our Berlin team's.", (BERLIN,), 5),
        ("We get 4 common hours with Berlin.", (BERLIN,), 4),
        ("At least 3.5 hrs in common with Berlin.", (BERLIN,), 3.5),
        ("A daily overlap of at least 90 minutes with Berlin.", (BERLIN,), 1.5),
        ("4 hours a day online at the same time as our weavers in Berlin.", (BERLIN,), 4),
        ("A couple of hours of overlap with Pacific time.", (LOS_ANGELES,), 2),
        ("Your hours cross ours (Berlin) by 4 or more.", (BERLIN,), 4),
        ("You overlap with CET hours.", (BERLIN,), None),
        ("Overlap with an East Africa time zone by at least 4 hours.", ("Africa/Nairobi",), 4),
        ("You have some overlap with our team's hours.", (), None),
    ],
)
def test_amount_and_zone_are_read(text: str, zones: tuple[str, ...], hours: float | None) -> None:
    found = fact(text)
    assert (found.kind, found.zones, found.overlap) == (HoursKind.OVERLAP, zones, hours)


@pytest.mark.parametrize(
    ("text", "hours", "start", "end"),
    [
        (
            "At least 4 hours of overlap between 10am and 10pm Sydney time.",
            4, time(10), time(22),
        ),
        ("You work at least six hours between 8 am and 5 pm Pacific time.", 6, time(8), time(17)),
        ("You work 8 hours between 7am and 7pm ET.", 8, time(7), time(19)),
        ("4 hours overlap with 0900 CET - 1700 CET.", 4, time(9), time(17)),
        ("You overlap 3 hours with US Eastern (9am-12pm ET).", 3, time(9), time(12)),
    ],
)  # fmt: skip
def test_hours_within_named_ones_are_an_overlap(
    text: str, hours: float, start: time, end: time
) -> None:
    found = fact(text)
    assert (found.kind, found.overlap, found.start, found.end) == (
        HoursKind.OVERLAP, hours, start, end,
    )  # fmt: skip


def test_overlap_with_one_team_or_another_leaves_the_choice() -> None:
    found = fact("You overlap with EST or GMT hours.")
    assert (found.zones, found.ambiguous) == ((NEW_YORK, "UTC"), False)


@pytest.mark.parametrize(
    "text",
    [
        "3 hours overlap with CET and 2 hours overlap with PT",
        "Overlap: 3h with CET and 2h with PT",
    ],
)
def test_each_zone_has_its_own_amount(text: str) -> None:
    found = facts(text)
    assert [(one.zones, one.overlap) for one in found] == [((BERLIN,), 3), ((LOS_ANGELES,), 2)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 hours overlap on Monday, when we meet: 9am to 5pm Tuesday to Friday.", (1, 2, 3, 4)),
        (
            "Monday to Saturday 9 hours a day between 8am - 8pm, 10am to 4pm on Sundays.",
            (0, 1, 2, 3, 4, 5),
        ),
        ("4 hours of overlap with Berlin, Monday to Thursday.", (0, 1, 2, 3)),
    ],
)
def test_days_of_an_overlap_are_those_of_its_hours(text: str, days: tuple[int, ...]) -> None:
    assert fact(text).days == days
