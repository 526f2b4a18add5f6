"""Counts what a reader found rightly, found wrongly and missed, span by span."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.labels import LabelledAd, Span
from bench.readers import Reading
from signals import Posting
from signals.engine.folding import fold
from signals.engine.sentences import Sentences, split
from signals.model import Aspect, Direction

Key = tuple[Aspect, Direction]
Counts = dict[Key, "Count"]


@dataclass
class Count:
    """Of one aspect and direction: finds that are right or wrong, labelled spans hit or missed."""

    right: int = 0
    wrong: int = 0
    hit: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of finds that are right; NaN where there is none."""
        found = self.right + self.wrong
        return self.right / found if found else float("nan")

    @property
    def recall(self) -> float:
        """Share of the labelled spans that are found; NaN where there is none."""
        labelled = self.hit + self.missed
        return self.hit / labelled if labelled else float("nan")

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def add(self, other: Count) -> None:
        """Count the other's finds and spans too."""
        self.right += other.right
        self.wrong += other.wrong
        self.hit += other.hit
        self.missed += other.missed


def total(counts: Counts) -> Count:
    """All aspects together."""
    everything = Count()
    for count in counts.values():
        everything.add(count)
    return everything


def by_span(
    truths: Sequence[LabelledAd], readings: Sequence[Reading], postings: Sequence[Posting]
) -> Counts:
    """Compare readings with the truth, aspect by aspect.

    A find is right where it stands in the sentence of a labelled span of its aspect and direction,
    for readers mark more or fewer words of the same sentence. A find that says word for word what
    is labelled elsewhere in the ad counts neither way: readers mark a repetition twice at most.
    """
    counts: Counts = defaultdict(Count)
    for truth, reading, posting in zip(truths, readings, postings, strict=True):
        text = fold(posting.text).lower()
        sentences = split(text)
        for key in {_key(span) for span in (*truth.spans, *reading.spans)}:
            labelled = [span for span in truth.spans if _key(span) == key]
            found = [span for span in reading.spans if _key(span) == key]
            counts[key].add(_count(labelled, found, sentences))
    return counts


def _key(span: Span) -> Key:
    return (span.aspect, span.direction)


@dataclass(frozen=True, slots=True)
class Mistakes:
    """What a reader found that is not labelled, and the labelled spans it did not find."""

    wrong: tuple[Span, ...]
    missed: tuple[Span, ...]


def compare(labelled: Sequence[Span], found: Sequence[Span], sentences: Sentences) -> Mistakes:
    """Return the mistakes among spans of one aspect and direction; see `by_span`."""
    told = [_sentence(span, sentences) for span in labelled]
    said = [sentences.text[start:end] for start, end in told]
    wrong = tuple(
        span
        for span in found
        if not _stands_in(span, told)
        and not any(sentences.text[span.start : span.end] in one for one in said)
    )
    missed = tuple(
        span
        for span, place in zip(labelled, told, strict=True)
        if not any(one.overlaps(*place) for one in found)
    )
    return Mistakes(wrong, missed)


def _count(labelled: Sequence[Span], found: Sequence[Span], sentences: Sentences) -> Count:
    mistakes = compare(labelled, found, sentences)
    told = [_sentence(span, sentences) for span in labelled]
    right = sum(_stands_in(span, told) for span in found)
    missed = len(mistakes.missed)
    return Count(right, len(mistakes.wrong), len(labelled) - missed, missed)


def _sentence(span: Span, sentences: Sentences) -> tuple[int, int]:
    """Where the sentence of a span stands; the span itself where it runs over several."""
    sentence = sentences.holding(span.start, span.end)
    return (sentence.start, sentence.end) if sentence else (span.start, span.end)


def _stands_in(span: Span, places: Iterable[tuple[int, int]]) -> bool:
    return any(span.overlaps(*place) for place in places)
