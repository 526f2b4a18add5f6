"""A handbook finding as JSON."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from scraper.handbook.model import HandbookFinding


def finding_document(finding: HandbookFinding) -> dict[str, Any]:
    """Return `finding` as the API and `--json` show it; times end in Z."""
    checked_at = finding.checked_at.astimezone(UTC).isoformat(timespec="seconds")
    return {
        "company": finding.company,
        "domain": finding.domain,
        "outcome": finding.outcome.value,
        "url": finding.url,
        "host": finding.host.value if finding.host else None,
        "evidence": finding.evidence,
        "why": finding.why,
        "looked_at": [{"url": visit.url, "result": visit.result} for visit in finding.looked_at],
        "checked_at": checked_at.replace("+00:00", "Z"),
    }
