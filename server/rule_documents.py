"""The rule book as JSON; the API and `syncline rules --json` print the same."""

from __future__ import annotations

from server.documents import Document
from signals.rulebook import Rule, load


def rulebook_document() -> Document:
    """Return all rules."""
    book = load()
    return {"version": book.version, "rules": [rule_document(rule) for rule in book.rules]}


def rule_document(rule: Rule) -> Document:
    """Return one rule with its examples."""
    return {
        "id": rule.id,
        "aspect": rule.aspect,
        "direction": rule.direction,
        "weight": rule.weight,
        "why": rule.why,
        "source": rule.source,
        "matches": list(rule.matches),
        "misses": list(rule.misses),
    }
