"""Words that the command line and the pages share."""

from __future__ import annotations

from signals.profile import Suitability

SUITS = {
    Suitability.WELL: "suits well",
    Suitability.PARTLY: "suits partly",
    Suitability.POORLY: "suits poorly",
    Suitability.UNKNOWN: "the ad does not say enough to tell",
}
"""How well a job goes with a profile."""
