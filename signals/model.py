"""The words of Syncline as immutable values; see the table in docs/words.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from signals.profile import Fit


class Direction(StrEnum):
    """Which way a signal leans."""

    ASYNC = "async"
    SYNC = "sync"


class Aspect(StrEnum):
    """What a signal is about; the order is the order of every table and page."""

    CLAIM = "claim"
    WRITING = "writing"
    HANDBOOK = "handbook"
    MEETINGS = "meetings"
    DECISIONS = "decisions"
    RESPONSE = "response"
    HIRING = "hiring"
    HOURS = "hours"
    PRESENCE = "presence"
    REALTIME = "realtime"
    ROLE = "role"


class Position(StrEnum):
    """Where a posting lies on the spectrum; `UNCLEAR` where evidence is thin."""

    FULLY_ASYNC = "fully_async"
    ASYNC_FIRST = "async_first"
    HYBRID = "hybrid"
    SYNC_WITH_WRITTEN_OUTPUT = "sync_with_written_output"
    FULLY_SYNC = "fully_sync"
    UNCLEAR = "unclear"

    @property
    def label(self) -> str:
        """The position in words, as badges and reports show it."""
        return _POSITION_LABELS[self]


_POSITION_LABELS = {
    Position.FULLY_ASYNC: "Fully async",
    Position.ASYNC_FIRST: "Async-first",
    Position.HYBRID: "Hybrid",
    Position.SYNC_WITH_WRITTEN_OUTPUT: "Sync with written output",
    Position.FULLY_SYNC: "Fully sync",
    Position.UNCLEAR: "Unclear",
}

SPECTRUM = (
    Position.FULLY_ASYNC,
    Position.ASYNC_FIRST,
    Position.HYBRID,
    Position.SYNC_WITH_WRITTEN_OUTPUT,
    Position.FULLY_SYNC,
)
"""The five positions from async to sync, without `UNCLEAR`."""


class Source(StrEnum):
    """Where a piece of evidence stands."""

    POSTING = "posting"
    HANDBOOK = "handbook"
    SITE = "site"


class ReadBy(StrEnum):
    """Which way a page was read into a posting."""

    SITE = "site"
    JSON_LD = "json_ld"
    MAIN_CONTENT = "main_content"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Posting:
    r"""One job ad, as schema.org JobPosting means it.

    Attributes:
        text: the ad as plain text, lines separated by `\n`; evidence offsets count its characters.
        title: the job's title, or None where the page names none.
        company: the hiring organization's name, or None.
        location: where the job is, as the page words it, or None.
        url: the page's own address, or None.
        language: ISO 639-1 code the page declares, or None.
        read_by: which way the page was read.
        company_links: addresses on the page that may be the company's own, the most telling first;
            web addresses, and mail addresses beginning with `mailto:`.
    """

    text: str
    title: str | None = None
    company: str | None = None
    location: str | None = None
    url: str | None = None
    language: str | None = None
    read_by: ReadBy = ReadBy.TEXT
    company_links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact quote: the sentence (or its telling part) that the signal rests on.

    `posting.text[start:end] == quote`, always, when `source` is the posting. `found_start` and
    `found_end` bound the words inside it that the rule found, so that a page can mark them.
    """

    quote: str
    start: int
    end: int
    found_start: int
    found_end: int
    source: Source = Source.POSTING

    @property
    def found_in_quote(self) -> tuple[int, int]:
        """Where in the quote the found words begin and end."""
        return self.found_start - self.start, self.found_end - self.start


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing a text says about how people work together.

    Attributes:
        rule: id of the rule that found it.
        aspect: what it is about.
        direction: which way it leans.
        weight: how much it counts, 0 < weight <= 5; see docs/verdict.md.
        evidence: where it stands.
        why: why it counts, one sentence for the reader.
    """

    rule: str
    aspect: Aspect
    direction: Direction
    weight: float
    evidence: Evidence
    why: str


class HoursKind(StrEnum):
    """What kind of fact about hours it is."""

    WINDOW = "window"  # these hours of the day must be kept
    RANGE = "range"  # one must live in these zones
    OVERLAP = "overlap"  # so many hours a day must be shared
    ANY_ZONE = "any_zone"  # it does not matter


@dataclass(frozen=True, slots=True)
class HoursFact:
    """One fact about hours.

    Attributes:
        kind: which of the following attributes say something.
        evidence: the sentence it was read from.
        zones: IANA ids or fixed offsets (`UTC+05:30`), all that the ad names; several where it
            leaves a choice ("EST or CET"), or where its words are ambiguous, then `ambiguous` is
            true; none where it names no zone.
        ambiguous: whether `zones` are meanings between which the ad does not settle.
        start: first hour of a window in local time of the zone, or None.
        end: its last hour; earlier than `start` where the window runs past midnight.
        assumed: whether start and end are the usual 9 to 17 for want of hours in the ad, or west
            and east those of "a few hours" from a zone.
        days: weekdays of a window or an overlap, Monday is 0; none where the ad names no days.
        west: western end of a range, hours ahead of UTC (negative to the west), standard time.
        east: eastern end of a range; None, as `west` may be, where the range is open on that side.
        overlap: hours a day to be shared, or None where the ad gives no number.
    """

    kind: HoursKind
    evidence: Evidence
    zones: tuple[str, ...] = ()
    ambiguous: bool = False
    start: time | None = None
    end: time | None = None
    assumed: bool = False
    days: tuple[int, ...] = ()
    west: float | None = None
    east: float | None = None
    overlap: float | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim and the fact that speaks against it; the fact wins."""

    claim: Signal
    fact: Signal
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question to ask in the interview; `aspect` is None for the definitive one."""

    text: str
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True)
class Badge:
    """What is overlaid on a listing: a label and the two or three strongest reasons."""

    label: str
    position: Position
    confidence: float
    reasons: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All signals of a posting and what follows from them.

    Attributes:
        signals: in the order they stand in the text.
        position: where the posting lies on the spectrum.
        score: -1.0 (all sync) to 1.0 (all async); 0.0 without evidence.
        confidence: 0.0 to 1.0, how sure the position is, "unclear" among them.
        contradictions: claims that facts speak against.
        questions: what to ask, most telling first, the definitive question last.
        badge: what a listing shows.
        language: ISO 639-1 code of the language the posting is written in.
        unread_language: the language's English name where no rule reads it, else None.
        facts: what the ad says about hours and zones, as facts one can compute with.
        fit: what the job would mean for the profile that was given, or None without one.
        rulebook: short hash of the rule book that was used.
    """

    signals: tuple[Signal, ...]
    position: Position
    score: float
    confidence: float
    contradictions: tuple[Contradiction, ...]
    questions: tuple[Question, ...]
    badge: Badge
    rulebook: str
    language: str = "en"
    unread_language: str | None = None
    facts: tuple[HoursFact, ...] = ()
    fit: Fit | None = None
