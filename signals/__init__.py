"""What a text says about how people work together. Pure: no network, no clock, no database.

read(html, url) -> Posting        a page becomes a posting
read_text(text, url) -> Posting   plain text becomes a posting
analyze(posting) -> Report        a posting becomes signals and what follows from them
"""

from signals.engine.report import analyze
from signals.errors import BadRule, NotAPosting, PageKind, SynclineError
from signals.model import (
    Aspect,
    Badge,
    Contradiction,
    Direction,
    Evidence,
    HoursFact,
    HoursKind,
    Position,
    Posting,
    Question,
    ReadBy,
    Report,
    Signal,
    Source,
)
from signals.profile import CareerStage, Fit, Profile, Suitability
from signals.reading import read, read_text

__all__ = [
    "Aspect",
    "BadRule",
    "Badge",
    "CareerStage",
    "Contradiction",
    "Direction",
    "Evidence",
    "Fit",
    "HoursFact",
    "HoursKind",
    "NotAPosting",
    "PageKind",
    "Position",
    "Posting",
    "Profile",
    "Question",
    "ReadBy",
    "Report",
    "Signal",
    "Source",
    "Suitability",
    "SynclineError",
    "analyze",
    "read",
    "read_text",
]
