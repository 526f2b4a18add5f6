"""The profile as a document, and what it says of stored reports.

It is read for answers to its owner only: no list, export or log holds it, and a fit is computed
when a report is shown, never stored with it.
"""

from __future__ import annotations

from datetime import time

from server.documents import Document, fit_document
from server.errors import BadRequest
from server.report_parts import facts_of, signals_of
from signals.fit.judging import judge
from signals.hours.clock import zone_of
from signals.model import Position
from signals.profile import CareerStage, Profile

CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
"""A time of the day as the profile words it."""


def profile_document(profile: Profile) -> Document:
    """Return a profile as the API shows it."""
    return {
        "time_zone": profile.time_zone,
        "day_start": f"{profile.start:%H:%M}",
        "day_end": f"{profile.end:%H:%M}",
        "career_stage": profile.stage,
        "fixed_commitments": profile.fixed_commitments,
    }


def read_profile(document: Document) -> Profile:
    """Return the profile that a document or a form words.

    Raises:
        BadRequest: it words none; the message says which field is wrong.
    """
    zone = str(document["time_zone"]).strip()
    try:
        zone_of(zone)
    except ValueError as error:
        todo = "Give one such as Europe/Berlin"
        raise BadRequest("there is no such time zone", where="time_zone", todo=todo) from error
    stage = document.get("career_stage") or None
    if stage is not None and stage not in list(CareerStage):
        raise BadRequest("is none of junior, senior, manager", where="career_stage")
    return Profile(
        time_zone=zone,
        start=_clock(document, "day_start"),
        end=_clock(document, "day_end"),
        stage=CareerStage(stage) if stage else None,
        fixed_commitments=bool(document.get("fixed_commitments")),
    )


def with_fit(analysis: Document, profile: Profile | None) -> Document:
    """Return an analysis with the fit of its report filled in; as it was where there is no profile.

    It follows from the report as it is stored, so that both always agree.
    """
    if profile is None:
        return analysis
    report = analysis["report"]
    position = Position(report["position"])
    fit = judge(position, signals_of(report), facts_of(report), profile)
    return {**analysis, "report": {**report, "fit": fit_document(fit)}}


def _clock(document: Document, field: str) -> time:
    try:
        return time.fromisoformat(str(document[field])).replace(
            second=0, microsecond=0, tzinfo=None
        )
    except ValueError as error:
        raise BadRequest("is no time of the day", where=field, todo="Give it as 09:00") from error
