"""How long a site's "later" is waited for."""

from datetime import UTC, datetime

import pytest
from yarl import URL

from scraper.limits import Limits
from scraper.retrying import seconds_to_wait
from scraper.transport import Answer

NOW = datetime(2026, 11, 23, 20, 0, 0, tzinfo=UTC)
LIMITS = Limits(retries=2, retry_wait=1, retry_after=10)


def wait(status: int, retry_after: str | None = None, tried: int = 0) -> float | None:
    headers = {} if retry_after is None else {"retry-after": retry_after}
    answer = Answer(URL("http://a.example/"), status, headers, "text/html", None, b"")
    return seconds_to_wait(answer, tried, LIMITS, NOW)


@pytest.mark.parametrize("status", [200, 301, 404, 500, 502])
def test_other_statuses_are_final(status: int) -> None:
    assert wait(status, "1") is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("3", 3),
        ("0", 0),
        (" 7 ", 7),
        ("Mon, 23 Nov 2026 20:00:05 GMT", 5),
        ("Mon, 23 Nov 2026 19:00:00 GMT", 0),
        ("Mon, 23 Nov 2026 20:00:05 -0000", 5),
    ],
)
def test_named_time_is_waited(value: str, seconds: float) -> None:
    assert wait(503, value) == seconds


@pytest.mark.parametrize("value", ["11", "9" * 5000, "Mon, 23 Nov 2026 20:01:00 GMT"])
def test_time_beyond_the_bound_is_not_waited(value: str) -> None:
    assert wait(429, value) is None


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "soon",
        "-1",
        "٣",
        "1.5",
        "Mon, 99 Nov 2026 20:00:05 GMT",
        f"Mon, 23 Nov {'9' * 20} 20:00:05 GMT",
    ],
)
def test_without_a_readable_time_the_wait_doubles(value: str | None) -> None:
    assert [wait(503, value, tried) for tried in (0, 1)] == [1, 2]


def test_number_of_tries_is_bounded() -> None:
    assert wait(503, "1", tried=2) is None
