"""Reports as JSON documents, the shape of docs/contracts.md; API and `--json` print the same."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from signals.hours.wording import describe
from signals.model import Contradiction, HoursFact, Posting, Report, Signal
from signals.profile import Fit

Document = dict[str, Any]


def analysis_document(
    posting: Posting, report: Report, *, company_domain: str | None = None
) -> Document:
    """Return one analysis that is stored nowhere: it has no id, no time and no handbook."""
    return {
        "id": None,
        "created_at": None,
        "company_domain": company_domain,
        "handbook": None,
        "posting": posting_document(posting),
        "report": report_document(report),
    }


def posting_document(posting: Posting) -> Document:
    """Return a posting, its text included: the evidence's offsets count its characters."""
    return {
        "title": posting.title,
        "company": posting.company,
        "location": posting.location,
        "url": posting.url,
        "language": posting.language,
        "read_by": posting.read_by,
        "text": posting.text,
    }


def report_document(report: Report) -> Document:
    """Return a report."""
    badge = report.badge
    return {
        "position": report.position,
        "label": report.position.label,
        "score": report.score,
        "confidence": report.confidence,
        "badge": {
            "label": badge.label,
            "position": badge.position,
            "confidence": badge.confidence,
            "reasons": [signal_document(reason) for reason in badge.reasons],
        },
        "signals": [signal_document(signal) for signal in report.signals],
        "contradictions": [_contradiction(one) for one in report.contradictions],
        "questions": [{"text": one.text, "aspect": one.aspect} for one in report.questions],
        "facts": [_fact(fact) for fact in report.facts],
        "fit": fit_document(report.fit) if report.fit else None,
        "language": report.language,
        "unread_language": report.unread_language,
        "rulebook": report.rulebook,
    }


def signal_document(signal: Signal) -> Document:
    """Return one signal with its evidence."""
    evidence = signal.evidence
    return {
        "rule": signal.rule,
        "aspect": signal.aspect,
        "direction": signal.direction,
        "weight": signal.weight,
        "why": signal.why,
        "evidence": {
            "quote": evidence.quote,
            "start": evidence.start,
            "end": evidence.end,
            "found_start": evidence.found_start,
            "found_end": evidence.found_end,
            "source": evidence.source,
        },
    }


def fit_document(fit: Fit) -> Document:
    """Return what a job would mean for a profile."""
    return {
        "suitability": fit.suitability,
        "reasons": list(fit.reasons),
        "hours": list(fit.hours),
    }


def timestamp(moment: datetime) -> str:
    """Return a moment as RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _contradiction(one: Contradiction) -> Document:
    return {
        "text": one.text,
        "claim": signal_document(one.claim),
        "fact": signal_document(one.fact),
    }


def _fact(fact: HoursFact) -> Document:
    return {
        "kind": fact.kind,
        "text": describe(fact),
        "zones": list(fact.zones),
        "ambiguous": fact.ambiguous,
        "start": _clock(fact.start),
        "end": _clock(fact.end),
        "assumed": fact.assumed,
        "days": list(fact.days),
        "west": fact.west,
        "east": fact.east,
        "overlap": fact.overlap,
        "quote": fact.evidence.quote,
    }


def _clock(moment: time | None) -> str | None:
    return moment.strftime("%H:%M") if moment else None
