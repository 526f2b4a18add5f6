"""Words of the pages and the command line."""

from __future__ import annotations

from signals.model import Aspect
from signals.profile import CareerStage, Suitability

SUITS = {
    Suitability.WELL: "suits well",
    Suitability.PARTLY: "suits partly",
    Suitability.POORLY: "suits poorly",
    Suitability.UNKNOWN: "the ad does not say enough to tell",
}
"""How well a job goes with a profile."""

ASPECTS = {
    Aspect.CLAIM: "Claim",
    Aspect.WRITING: "Writing",
    Aspect.HANDBOOK: "Handbook",
    Aspect.MEETINGS: "Meetings",
    Aspect.DECISIONS: "Decisions",
    Aspect.RESPONSE: "Response times",
    Aspect.HIRING: "Hiring",
    Aspect.HOURS: "Hours",
    Aspect.PRESENCE: "Presence",
    Aspect.REALTIME: "Real-time work",
    Aspect.ROLE: "Role",
}
"""What an aspect is called, as the extension calls it."""

STAGES = {
    CareerStage.JUNIOR: "Junior",
    CareerStage.SENIOR: "Senior",
    CareerStage.MANAGER: "Manager",
}
"""What a career stage is called."""
