"""When a site says "later": how long to wait before asking again."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scraper.limits import Limits
from scraper.transport import Answer

LATER = frozenset({429, 503})
"""Statuses that mean "ask again later": too many requests, service unavailable."""


def seconds_to_wait(
    answer: Answer, tried: int, limits: Limits, now: datetime | None = None
) -> float | None:
    """Return the seconds to wait before asking again; None if that is not to be done.

    Args:
        answer: what the site said.
        tried: further tries made before.
        limits: how often, and how long at most.
        now: what to count a date in Retry-After from; the present where None.
    """
    if answer.status not in LATER or tried >= limits.retries:
        return None
    named = _retry_after(answer.headers.get("retry-after", ""), now or datetime.now(UTC))
    wait = limits.retry_wait * 2**tried if named is None else named
    return wait if wait <= limits.retry_after else None


def _retry_after(value: str, now: datetime) -> float | None:
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value) if len(value) < 10 else math.inf
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # OverflowError: a year of twenty digits
        return None
    if date.tzinfo is None:  # "-0000": a time in UTC whose zone is not told
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())
