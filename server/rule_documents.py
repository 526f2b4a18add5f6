"""The rule book as JSON; the API and `syncline rules --json` print the same."""

from __future__ import annotations

from server.documents import Document
from signals.rulebook import Rule, load
from signals.rulebook.measured import measured


def rulebook_document() -> Document:
    """Return all rules."""
    book = load()
    return {"version": book.version, "rules": [rule_document(rule) for rule in book.rules]}


def rule_document(rule: Rule) -> Document:
    """Return one rule with its examples and its measured precision."""
    counts = measured().get(rule.id)
    return {
        "id": rule.id,
        "aspect": rule.aspect,
        "language": rule.language,
        "direction": rule.direction,
        "weight": rule.weight,
        "why": rule.why,
        "source": rule.source,
        "matches": list(rule.matches),
        "misses": list(rule.misses),
        "measured": {"found": counts.found, "right": counts.right} if counts else None,
    }
