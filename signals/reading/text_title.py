"""The title of an ad that comes as text alone, with no page around it to name the job."""

from __future__ import annotations

import re2

from signals.reading.page_kind import first_job_title

_LONGEST = 90
_BULLET_OR_HEADING = re2.compile(r"^(?:#{1,6}|[-*=]+)\s+")
_LABEL = re2.compile(
    r"(?i)^(?:job |position |role )?(?:title|role|position|posting|description) *(?::| -|- ) *"
)
_FACT = re2.compile(r"(?i)^[a-z][a-z ]{2,25}: ")
_SECTION = re2.compile(
    r"(?i)^(?:(?:(?:an?|the|our|your|job|position|role|company|project|basic|general) )*"
    r"(?:description|overview|summary|information|details|company|position|role|job|opportunity"
    r"|challenge|mission|introduction|background|responsibilities|location|contact|apply|title)\b"
    r"|(?:a little |more )?about\b|(?:who|what|why|how) )[^|]*$"
)
"""The headings that ads most often begin with, of which none is the job."""


def named_job(text: str) -> str | None:
    """Return the first line at the top of `text` that names a job, without bullet or label.

    A label is "Job title:" and the like.
    """
    line = first_job_title(text)
    return _LABEL.sub("", _bare(line)).strip() or None if line else None


def first_line(text: str) -> str | None:
    """Return the first line of `text` where it may be a title: short, and followed by more.

    The heading of a section ("About us") is none, nor a fact by its name ("Headquarters: Oslo").
    """
    first, found, _ = text.partition("\n")
    line = _fitting(_bare(first))
    if not found or not 3 <= len(line) <= _LONGEST or line[-1] in ".!?:;,":
        return None
    return None if _SECTION.search(line) or _FACT.search(line) else line


def _bare(line: str) -> str:
    return _BULLET_OR_HEADING.sub("", line).strip()


def _fitting(line: str) -> str:
    """As many parts of "Company | Job | Place | …" as a title has room for."""
    while len(line) > _LONGEST and " | " in line:
        line = line.rpartition(" | ")[0]
    return line
