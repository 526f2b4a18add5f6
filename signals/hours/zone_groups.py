"""Which zone words of a sentence belong together: "PST or MST", "CET (UTC+1)", "UTC-5 to UTC+3"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import re2

from signals.hours import clock
from signals.hours.zones import ZoneWord

_JOINT = re2.compile(
    r"(?i)^\)?(?:[- ](?:standard|daylight|summer))?(?: time)?(?:[- ]?zones?)?[\s.,()/&~<>+-]*"
    r"(?:(?:to|through|until|till|and|or|the|in|either|of|time|zones?|us)\b[ (]*){0,4}$"
)
"""What may stand between two words of one group."""

_NARROWED = re2.compile(
    r"(?i)^[ .,()]*(?:(?:standard )?time)?[- ]?(?:zones?)?[ .,(]*(?:of the |the )?$"
)
"""What stands between two words of which one says more exactly the same: "CET (UTC+1)"."""


@dataclass(frozen=True, slots=True)
class ZoneGroup:
    """Zone words that say one thing together, in the order they stand."""

    words: tuple[ZoneWord, ...]

    @property
    def start(self) -> int:
        """Where it begins in the sentence."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def zones(self) -> tuple[str, ...]:
        """All zones it names, each once."""
        return tuple(dict.fromkeys(zone for word in self.words for zone in word.zones))

    @property
    def is_ambiguous(self) -> bool:
        """Whether a word of it has several meanings and nothing settles it."""
        return any(word.is_ambiguous for word in self.words)

    @property
    def is_region(self) -> bool:
        """Whether a word of it names a region of several zones."""
        return any(word.is_region for word in self.words)

    @property
    def limits(self) -> tuple[float, float]:
        """Hours ahead of UTC from its western to its eastern end, standard time."""
        return min(word.west for word in self.words), max(word.east for word in self.words)

    def distance(self, start: int, end: int) -> int:
        """Characters between the group and a stretch of the sentence; 0 where they touch."""
        return max(self.start - end, start - self.end, 0)


def grouped(sentence: str, words: Sequence[ZoneWord]) -> list[ZoneGroup]:
    """Return the groups of a folded sentence's zone words, in order."""
    groups: list[list[ZoneWord]] = []
    for word in words:
        if groups and _JOINT.search(sentence[groups[-1][-1].end : word.start]):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [ZoneGroup(tuple(_without_vaguer(sentence, group))) for group in groups]


def _without_vaguer(sentence: str, words: Sequence[ZoneWord]) -> Iterator[ZoneWord]:
    """The words of a group but those that a neighbour says more exactly."""
    vaguer: set[ZoneWord] = set()
    for word, following in pairwise(words):
        if _NARROWED.search(sentence[word.end : following.start]):
            vaguer |= _vaguer(word, following)
    yield from (word for word in words if word not in vaguer)


def _vaguer(word: ZoneWord, following: ZoneWord) -> set[ZoneWord]:
    if word.is_region != following.is_region:
        region, zone = (word, following) if word.is_region else (following, word)
        is_within = region.west <= zone.west and zone.east <= region.east
        return {region} if is_within or zone.is_offset else set()
    if following.is_offset and not word.is_offset:
        return {following} if _is_offset_of(following, word) else {word}
    return set()


def _is_offset_of(offset: ZoneWord, word: ZoneWord) -> bool:
    """Whether "UTC-4" only says what "EDT" said, in standard time or in daylight saving."""
    minutes = offset.west * 60
    return any(
        minutes in (clock.offset(zone, clock.WINTER), clock.offset(zone, clock.SUMMER))
        for zone in word.zones
    )
