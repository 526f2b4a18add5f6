"""Turns pages and plain texts into postings, or says why they are none."""

from signals.reading.posting import MAX_BYTES, MAX_CHARACTERS, read, read_text

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "read", "read_text"]
