"""Judges whether a page is a company's public handbook. Pure: a page's words in, a judgement out.

The score adds up: what the page calls itself, the topics of employment and of working together that
it names, whether the company speaks of itself, its address and depth; minus the heaviest of what it
looks like instead. Lists and weights are data, in judge.toml; docs/handbooks.md says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from yarl import URL

from scraper.handbook.candidates import section_links
from scraper.handbook.criteria import Criteria, LookAlike, Name, Topics, load
from scraper.handbook.quoting import quote
from scraper.handbook.reading import ReadPage
from scraper.handbook.words import plain

_FIRST_HEADINGS = 2
_FIRST_LINES = 4
_LINE = 160
"""Characters of a first line that may be a name."""


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


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a page, read with its parts, shows of a handbook, and of something else."""

    name: Name
    employment: frozenset[str]
    collaboration: frozenset[str]
    against: LookAlike | None
    score: float


def judge(page: ReadPage, parts: Sequence[ReadPage] = ()) -> Judgement:
    """Return what `page` is; never raises on what a page holds.

    Args:
        page: the front page, which alone says what the whole calls itself.
        parts: pages that it links to, read with it as one text.
    """
    criteria = load()
    traits = _traits(page, parts, criteria)
    likeness = _likeness(traits, criteria)
    if likeness is Likeness.NO:
        return Judgement(likeness, traits.score, _why_not(traits, criteria))
    topics = sorted(traits.employment | traits.collaboration)
    why = f"names {len(topics)} topics of working together: {', '.join(topics)}"
    return Judgement(likeness, traits.score, why.replace("_", " "), quote(page, criteria))


def is_certain(judgement: Judgement) -> bool:
    """Whether reading more pages could not change that it is a handbook."""
    return judgement.likeness is Likeness.HANDBOOK and judgement.score >= load().thresholds.certain


def by_promise(page: ReadPage, urls: Iterable[str]) -> list[str]:
    """Return `urls`, which `page` links to, in the order in which they are worth reading.

    Those whose links name what only an employer speaks of come first.
    """
    criteria = load()
    texts = {link.url: link.text for link in page.links}

    def promise(url: str) -> float:
        said = plain(f"{texts.get(url, '')} {URL(url).name}".replace("-", " ").replace("_", " "))
        employment = len(criteria.employment.named_in(said))
        return -(2 * employment + len(criteria.collaboration.named_in(said)))

    return sorted(urls, key=promise)


def is_wall(page: ReadPage) -> bool:
    """Whether `page` is a sign-in or a bot check instead of what was asked for."""
    return load().wall.matches(_head(page, 1).partition("\n")[0], "")


def is_sign_in(page: ReadPage) -> bool:
    """Whether `page` asks for a password and says little else: what it names lies behind it."""
    return page.asks_password and page.words < load().thresholds.sign_in_words


def is_named(page: ReadPage) -> bool:
    """Whether `page` calls itself a handbook or a guide, and nobody else's but its people's.

    Its sections are then worth a look.
    """
    criteria = load()
    against = (kind for kind in criteria.look_alikes if kind.is_called(_head(page, 1)))
    if any(kind.weight >= criteria.thresholds.veto for kind in against):
        return False
    return _name(page, _head(page), criteria).weight >= criteria.thresholds.weak_name


def _traits(page: ReadPage, parts: Sequence[ReadPage], criteria: Criteria) -> _Traits:
    pages = (page, *parts)
    whole = replace(
        page,
        headings=tuple(heading for one in pages for heading in one.headings),
        text=plain("\n".join(one.text for one in pages)),
        code=sum(one.code for one in pages),
    )
    head = _head(page)
    name = _name(page, head, criteria)
    outline = plain("\n".join((head, *whole.headings, *_contents(page))))
    employment, employment_weight = _named(criteria.employment, outline, whole.text)
    collaboration, collaboration_weight = _named(criteria.collaboration, outline, whole.text)
    against = _look_alike(whole, _head(page, 1), criteria)
    score = name.weight + employment_weight + collaboration_weight
    score += _voice(whole, criteria) + _address_and_depth(whole, criteria)
    score -= against.weight if against else 0.0
    return _Traits(name, employment, collaboration, against, round(score, 2))


def _contents(page: ReadPage) -> list[str]:
    """The texts of the links that tell what the page holds: not those of the site around it."""
    own = set(section_links(page))
    return [link.text for link in page.links if link.url in own or not link.is_framing]


def _likeness(traits: _Traits, criteria: Criteria) -> Likeness:
    bounds, against = criteria.thresholds, traits.against
    is_vetoed = against is not None and against.weight >= bounds.veto
    is_borne_out = traits.name.is_borne_out(len(traits.employment))
    if not is_vetoed and is_borne_out and traits.score >= bounds.handbook:
        return Likeness.HANDBOOK
    return Likeness.PARTIAL if _is_partial(traits, criteria) else Likeness.NO


def _is_partial(traits: _Traits, criteria: Criteria) -> bool:
    bounds, against, employment = criteria.thresholds, traits.against, len(traits.employment)
    if against is not None and not against.is_partial:
        return False
    if employment + len(traits.collaboration) < bounds.partial_topics:
        return False
    is_about_work = traits.name.weight > 0 or against is not None
    return employment >= (1 if is_about_work else bounds.partial_employment)


def _head(page: ReadPage, headings: int = _FIRST_HEADINGS) -> str:
    """What the page calls itself: title and first headings, else first lines; its repository."""
    named = list(filter(None, (page.title, *page.headings[:headings])))
    named = named or [line[:_LINE] for line in page.text.split("\n", _FIRST_LINES)[:_FIRST_LINES]]
    return plain("\n".join(filter(None, (*named, _repository(page.url)))))


def _repository(url: str) -> str:
    parsed = URL(url)
    return parsed.parts[2] if parsed.host == "github.com" and len(parsed.parts) > 2 else ""


def _name(page: ReadPage, head: str, criteria: Criteria) -> Name:
    """The stronger of what the page and its address call it."""
    said = criteria.name_in(head)
    is_address = criteria.address.words.found_in(page.url)
    return criteria.address if is_address and criteria.address.weight > said.weight else said


def _named(topics: Topics, outline: str, text: str) -> tuple[frozenset[str], float]:
    in_outline = topics.named_in(outline)
    in_text = topics.named_in(text) - in_outline
    return frozenset(in_outline | in_text), topics.weight(in_outline, in_text)


def _voice(page: ReadPage, criteria: Criteria) -> float:
    voice = criteria.voice
    hundreds = max(len(page.text.split()), 1) / 100
    return min(voice.words.count(page.text) / hundreds * voice.per_hundred, voice.most)


def _address_and_depth(page: ReadPage, criteria: Criteria) -> float:
    bounds = criteria.thresholds
    is_deep = page.words >= bounds.deep_words or len(page.links) >= bounds.deep_links
    says_so = criteria.address.words.found_in(page.url)
    return criteria.depth * is_deep + criteria.also_address * says_so


def _look_alike(page: ReadPage, head: str, criteria: Criteria) -> LookAlike | None:
    """The heaviest of what the page looks like instead."""
    matching = [kind for kind in criteria.look_alikes if kind.matches(head, page.text)]
    if page.code > criteria.thresholds.most_code * len(page.text):
        matching.append(criteria.code)
    return max(matching, key=lambda kind: kind.weight, default=None)


def _why_not(traits: _Traits, criteria: Criteria) -> str:
    bounds = criteria.thresholds
    if traits.against is not None:
        return f"looks like {traits.against.why}"
    if traits.name.weight < bounds.weak_name:
        return "does not call itself a handbook"
    if not traits.name.is_borne_out(len(traits.employment)):
        return "says too little about working there"
    return "has too little of a handbook"
