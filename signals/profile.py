"""The seeker's own terms, and how a job goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class CareerStage(StrEnum):
    """Where in their career the seeker stands."""

    JUNIOR = "junior"
    SENIOR = "senior"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Profile:
    """The seeker's own terms; never sent anywhere but the seeker's own service.

    Attributes:
        time_zone: IANA id of where the seeker lives.
        start: first hour of the day one is willing to work, local time.
        end: last hour; earlier than `start` for a day that runs past midnight.
        stage: career stage, or None where it shall not count.
        fixed_commitments: whether some hours of the day are taken: children, care, studies.
    """

    time_zone: str
    start: time = time(9)
    end: time = time(18)
    stage: CareerStage | None = None
    fixed_commitments: bool = False


class Suitability(StrEnum):
    """How well a job goes with a profile; it never changes the verdict on the job."""

    WELL = "well"
    PARTLY = "partly"
    POORLY = "poorly"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fit:
    """What the job would mean for one seeker.

    Attributes:
        suitability: how well it goes with the profile, as far as the ad says.
        reasons: why, one or two sentences, the most telling first.
        hours: what each fact about hours means in the seeker's zone, in the facts' order.
    """

    suitability: Suitability
    reasons: tuple[str, ...]
    hours: tuple[str, ...] = ()
