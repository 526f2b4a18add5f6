"""What the tests of hours ask of an ad: its facts, or the only one."""

from signals import HoursFact, Posting, analyze

NEW_YORK, CHICAGO, LOS_ANGELES = "America/New_York", "America/Chicago", "America/Los_Angeles"
BERLIN, LONDON, KOLKATA = "Europe/Berlin", "Europe/London", "Asia/Kolkata"


def facts(text: str, location: str | None = None) -> tuple[HoursFact, ...]:
    return analyze(Posting(text, location=location)).facts


def fact(text: str, location: str | None = None) -> HoursFact:
    (only,) = facts(text, location)
    return only
