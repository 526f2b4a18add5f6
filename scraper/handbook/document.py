"""A handbook finding as JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from scraper.handbook.model import HandbookFinding


def finding_document(finding: HandbookFinding) -> dict[str, Any]:
    """Return `finding` as the API and `--json` show it; times end in Z."""
    return {
        "company": finding.company,
        "domain": finding.domain,
        "outcome": finding.outcome.value,
        "url": finding.url,
        "host": finding.host.value if finding.host else None,
        "evidence": finding.evidence,
        "why": finding.why,
        "looked_at": [{"url": visit.url, "result": visit.result} for visit in finding.looked_at],
        "checked_at": _timestamp(finding.checked_at),
        "trusted_until": _timestamp(finding.trusted_until),
        "signals": [
            {
                "rule": signal.rule,
                "aspect": signal.aspect.value,
                "direction": signal.direction.value,
                "quote": signal.evidence.quote,
            }
            for signal in finding.signals
        ],
    }


def _timestamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
