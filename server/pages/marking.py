"""Splits a quote around the words that the rule found, so that a template can mark them."""

from __future__ import annotations

from server.documents import Document


def mark(evidence: Document) -> tuple[str, str, str]:
    """Return what stands before the found words, the words, and what stands behind them."""
    quote = str(evidence["quote"])
    start = int(evidence["found_start"]) - int(evidence["start"])
    end = int(evidence["found_end"]) - int(evidence["start"])
    return quote[:start], quote[start:end], quote[end:]
