"""Judges whether a page is a company's public handbook. Pure: a page's words in, a judgement out.

The score adds up: what the page calls itself, the topics of working together that it names, whether
the company speaks of itself, its address and depth; minus the heaviest of what it looks like
instead. The lists, weights and thresholds are data, in judge.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from yarl import URL

from scraper.handbook.criteria import Criteria, LookAlike, load
from scraper.handbook.quoting import quote
from scraper.handbook.reading import ReadPage

_FIRST_HEADINGS = 2
_FIRST_LINES = 4
_NAMING_HOSTS = frozenset({"handbook", "playbook", "fieldguide"})


class Likeness(StrEnum):
    """How much a page is a company's public handbook."""

    HANDBOOK = "handbook"
    PARTIAL = "partial"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a page is, as far as handbooks go.

    Attributes:
        likeness: whether it is a handbook.
        score: the sum behind it; judge.toml holds its thresholds.
        why: the reason, to follow "it": "names 9 topics …", "looks like a template".
        evidence: words of the page, quoted exactly, or None where it is no handbook.
    """

    likeness: Likeness
    score: float
    why: str
    evidence: str | None = None


def judge(page: ReadPage, parts: Sequence[ReadPage] = ()) -> Judgement:
    """Return what `page` is; never raises on what a page holds.

    Args:
        page: the front page, which alone says what the whole calls itself.
        parts: pages that it links to, read with it as one text.
    """
    criteria = load()
    head = _head(page)
    name = criteria.name_weight(head)
    whole = _joined(page, parts)
    topics, topic_weight = _topics(whole, criteria)
    against = _look_alike(whole, _head(page, 1), criteria)
    score = name + topic_weight + _voice(whole, criteria) + _extras(whole, criteria)
    score = round(score - (against.weight if against else 0.0), 2)
    likeness = _likeness(score, name, topics, against, criteria)
    if likeness is Likeness.NO:
        return Judgement(likeness, score, _why_not(name, topics, against, criteria))
    why = f"names {len(topics)} topics of working together: {', '.join(sorted(topics))}"
    return Judgement(likeness, score, why.replace("_", " "), quote(page, criteria))


def is_certain(judgement: Judgement) -> bool:
    """Whether reading more pages could not change that it is a handbook."""
    return judgement.likeness is Likeness.HANDBOOK and judgement.score >= load().thresholds.certain


def is_wall(page: ReadPage) -> bool:
    """Whether `page` is a sign-in or a bot check instead of what was asked for."""
    return load().wall.matches(_head(page, 1).partition("\n")[0], "")


def is_named(page: ReadPage) -> bool:
    """Whether `page` calls itself a handbook, so that its sections are worth a look."""
    criteria = load()
    head = f"{_head(page)}\n{_name_in(page.url)}"
    return criteria.name_weight(head) >= criteria.thresholds.least_name


def _likeness(
    score: float, name: float, topics: set[str], against: LookAlike | None, criteria: Criteria
) -> Likeness:
    bounds = criteria.thresholds
    if against is not None and against.is_partial and len(topics) >= bounds.partial_topics:
        return Likeness.PARTIAL
    if len(topics) < bounds.least_topics or score < bounds.partial:
        return Likeness.NO
    is_vetoed = against is not None and against.weight >= bounds.veto
    if not is_vetoed and score >= bounds.handbook and name >= bounds.least_name:
        return Likeness.HANDBOOK
    return Likeness.PARTIAL


def _joined(page: ReadPage, parts: Sequence[ReadPage]) -> ReadPage:
    """`page` with the words of its `parts`."""
    pages = (page, *parts)
    return replace(
        page,
        headings=tuple(heading for one in pages for heading in one.headings),
        text="\n".join(one.text for one in pages),
        code=sum(one.code for one in pages),
    )


def _head(page: ReadPage, headings: int = _FIRST_HEADINGS) -> str:
    """What the page calls itself: its title and first headings, else its first lines."""
    named = list(filter(None, (page.title, *page.headings[:headings])))
    named = named or page.text.split("\n", _FIRST_LINES)[:_FIRST_LINES]
    return "\n".join(filter(None, (*named, _name_in(page.url))))


def _name_in(url: str) -> str:
    """What the address calls the page: its repository, else its host's first name."""
    parsed = URL(url)
    if parsed.host == "github.com" and len(parsed.parts) > 2:
        return parsed.parts[2]
    first = (parsed.host or "").partition(".")[0]
    return first if first in _NAMING_HOSTS else ""


def _topics(page: ReadPage, criteria: Criteria) -> tuple[set[str], float]:
    topics = criteria.topics
    in_outline = topics.named_in("\n".join((*page.headings, *(link.text for link in page.links))))
    in_text = topics.named_in(page.text) - in_outline
    weight = len(in_outline) * topics.in_outline + len(in_text) * topics.in_text
    return in_outline | in_text, min(weight, topics.most)


def _voice(page: ReadPage, criteria: Criteria) -> float:
    voice = criteria.voice
    hundreds = max(len(page.text.split()), 1) / 100
    return min(voice.words.count(page.text) / hundreds * voice.per_hundred, voice.most)


def _extras(page: ReadPage, criteria: Criteria) -> float:
    bounds, extras = criteria.thresholds, criteria.extras
    deep = len(page.text.split()) >= bounds.deep_words or len(page.links) >= bounds.deep_links
    named = extras.address_words.first(page.url) is not None
    return extras.depth * deep + extras.address * named


def _look_alike(page: ReadPage, head: str, criteria: Criteria) -> LookAlike | None:
    """The heaviest of what the page looks like instead."""
    matching = [kind for kind in criteria.look_alikes if kind.matches(head, page.text)]
    if page.code > criteria.thresholds.most_code * len(page.text):
        matching.append(criteria.code)
    return max(matching, key=lambda kind: kind.weight, default=None)


def _why_not(name: float, topics: set[str], against: LookAlike | None, criteria: Criteria) -> str:
    if against is not None:
        return f"looks like {against.why}"
    if name < criteria.thresholds.least_name:
        return "does not call itself a handbook"
    if len(topics) < criteria.thresholds.least_topics:
        return "says too little about working together"
    return "has too little of a handbook"
