"""How well Syncline reads real ads, against the settled labels: `python -m bench.accuracy [--fit]`.

Judged on the half of the ads that no rule and no number was fitted on; `--fit` shows the other one.
Beside it run a plain search for cue words, as a busy seeker would do it, a trained classifier of
words, and, once there are two labels of an ad, one careful reader against the other: the ceiling.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console
from rich.table import Table
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict
from sklearn.pipeline import make_pipeline

from bench import labels
from bench.label_agreement import ordinal, position_kappa, unclear_kappa
from bench.label_sample import sample
from bench.labels import LabelledAd, Span
from signals import Posting, analyze
from signals.model import Aspect, Direction, Position

BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

_CUE_WORDS: dict[tuple[Aspect, Direction], str] = {
    (Aspect.CLAIM, Direction.ASYNC): r"\basync\w*",
    (Aspect.WRITING, Direction.ASYNC): r"\bwritten communication|\bwriting skills|\bdocumentation",
    (Aspect.HANDBOOK, Direction.ASYNC): r"\bhandbook",
    (Aspect.MEETINGS, Direction.ASYNC): r"\b(?:no|few|fewer|minimal) meetings",
    (Aspect.MEETINGS, Direction.SYNC): r"\bstand-?ups?|\bscrum",
    (Aspect.DECISIONS, Direction.ASYNC): r"\bRFCs?\b|\bdesign docs?",
    (Aspect.HIRING, Direction.ASYNC): r"\btake-?home",
    (Aspect.HOURS, Direction.ASYNC): r"\bflexible",
    (Aspect.HOURS, Direction.SYNC): r"\btime ?zone|\bcore hours|\boverlap",
    (Aspect.PRESENCE, Direction.ASYNC): r"\bremote-first|\bdistributed|\banywhere",
    (Aspect.PRESENCE, Direction.SYNC): r"\bon-?site|\bhybrid|\boffice",
    (Aspect.REALTIME, Direction.SYNC): r"\bon-?call|\bshifts?",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader, human or not, made of one ad."""

    spans: tuple[Span, ...]
    position: Position
    confidence: float = 1.0


Reader = Callable[[Posting], Reading]


def syncline(posting: Posting) -> Reading:
    """The rule book's reading."""
    report = analyze(posting)
    spans = tuple(
        Span(one.aspect, one.direction, one.evidence.found_start, one.evidence.found_end)
        for one in report.signals
        if one.aspect is not Aspect.ROLE
    )
    return Reading(spans, report.position, report.confidence)


def cue_words(posting: Posting) -> Reading:
    """The peer: words searched for, the direction with more aspects wins."""
    spans = tuple(
        Span(aspect, direction, match.start(), match.end())
        for (aspect, direction), pattern in _CUE_WORDS.items()
        for match in re.finditer(pattern, posting.text, re.IGNORECASE)
    )
    aspects = {(span.aspect, span.direction) for span in spans}
    balance = sum(1 if direction is Direction.ASYNC else -1 for _, direction in aspects)
    if not aspects:
        return Reading(spans, Position.UNCLEAR)
    leaning = Position.ASYNC_FIRST if balance > 0 else Position.FULLY_SYNC
    return Reading(spans, leaning if balance else Position.HYBRID)


def trained(ads: Sequence[LabelledAd], postings: Mapping[str, Posting]) -> dict[str, Reading]:
    """The other peer: words weighed by TF-IDF, a logistic regression, five-fold cross-validated.

    Trained on all labelled ads but the fold it judges, the held-out half included: an advantage.
    """
    classifier = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10.0, class_weight="balanced", max_iter=2000),
    )
    texts = [postings[ad.id].text for ad in ads]
    folds = KFold(5, shuffle=True, random_state=0)
    found = cross_val_predict(classifier, texts, [str(ad.position) for ad in ads], cv=folds)
    return {ad.id: Reading((), Position(str(one))) for ad, one in zip(ads, found, strict=True)}


def from_label(ad: LabelledAd) -> Reading:
    """A careful reader's reading."""
    return Reading(ad.spans, ad.position)


@dataclass
class Count:
    """Of one aspect: what was found rightly, wrongly, and what was missed, in ads."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of finds that are right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Share of what is there that is found."""
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


Counts = dict[tuple[Aspect, Direction], Count]


def count(truths: Sequence[LabelledAd], readings: Sequence[Reading]) -> Counts:
    """Compare readings with the truth: an aspect is right where a span overlaps a labelled one."""
    counts: Counts = defaultdict(Count)
    for truth, reading in zip(truths, readings, strict=True):
        found = {(span.aspect, span.direction) for span in reading.spans}
        for key in found | truth.aspects:
            there = [span for span in truth.spans if (span.aspect, span.direction) == key]
            here = [span for span in reading.spans if (span.aspect, span.direction) == key]
            if any(one.overlaps(other.start, other.end) for one in there for other in here):
                counts[key].right += 1
                continue
            counts[key].wrong += bool(here)
            counts[key].missed += bool(there)
    return counts


def total(counts: Counts) -> Count:
    """All aspects together."""
    return Count(
        sum(one.right for one in counts.values()),
        sum(one.wrong for one in counts.values()),
        sum(one.missed for one in counts.values()),
    )


def aspects_table(columns: Mapping[str, Counts]) -> Table:
    """Precision and recall of each aspect, one pair of columns for each reader."""
    shown = Table(title="aspects, in ads: precision / recall")
    shown.add_column("")
    shown.add_column("labelled", justify="right")
    for name in columns:
        shown.add_column(name, justify="right")
    first = next(iter(columns.values()))
    for key in [(aspect, direction) for aspect in Aspect for direction in Direction]:
        if any(key in counts for counts in columns.values()):
            labelled = first[key].right + first[key].missed
            cells = [f"{c[key].precision:.2f} / {c[key].recall:.2f}" for c in columns.values()]
            shown.add_row(" ".join(key), str(labelled), *cells)
    shown.add_section()
    sums = [total(counts) for counts in columns.values()]
    cells = [f"{one.precision:.2f} / {one.recall:.2f}" for one in sums]
    shown.add_row("all", str(sums[0].right + sums[0].missed), *cells)
    shown.add_row("F1", "", *(f"{one.f1:.2f}" for one in sums))
    shown.add_row("F1, ratio", "", *(f"{one.f1 / sums[0].f1:.2f}" for one in sums))
    return shown


def positions_table(
    truths: Sequence[LabelledAd], columns: Mapping[str, Sequence[Reading]]
) -> Table:
    """How well the positions agree with the labels."""
    shown = Table(title=f"positions, {len(truths)} ads")
    shown.add_column("")
    for name in columns:
        shown.add_column(name, justify="right")
    truth = [ad.position for ad in truths]
    found = [[reading.position for reading in readings] for readings in columns.values()]
    shown.add_row("weighted kappa", *(f"{position_kappa(truth, one):.2f}" for one in found))
    shown.add_row("unclear or not, kappa", *(f"{unclear_kappa(truth, one):.2f}" for one in found))
    hits = [sum(a is b for a, b in zip(truth, one, strict=True)) for one in found]
    shown.add_row("same position", *(f"{100 * hit / len(truth):.0f} %" for hit in hits))
    near = [sum(_near(a, b) for a, b in zip(truth, one, strict=True)) for one in found]
    shown.add_row("within one step", *(f"{100 * hit / len(truth):.0f} %" for hit in near))
    shown.add_row("plainly wrong", *(f"{_plainly_wrong(truth, one)}" for one in found))
    return shown


def _near(one: Position, other: Position) -> bool:
    """Whether two positions are the same or neighbours; unclear is a neighbour of hybrid only."""
    if Position.UNCLEAR in (one, other):
        return one is other or Position.HYBRID in (one, other)
    return abs(ordinal(one) - ordinal(other)) <= 1


def _plainly_wrong(truth: Sequence[Position], found: Sequence[Position]) -> int:
    """Ads put on the other side of the spectrum."""
    left = {Position.FULLY_ASYNC, Position.ASYNC_FIRST}
    right = {Position.FULLY_SYNC, Position.SYNC_WITH_WRITTEN_OUTPUT}
    pairs = list(zip(truth, found, strict=True))
    return sum((a in left and b in right) or (a in right and b in left) for a, b in pairs)


def reliability_table(truths: Sequence[LabelledAd], readings: Sequence[Reading]) -> Table:
    """Whether a confidence of 80 % is right four times in five."""
    shown = Table(title="confidence of Syncline's positions")
    for column in ("said", "ads", "mean said", "right"):
        shown.add_column(column, justify="right")
    off = 0.0
    for low, high in pairwise(BINS):
        within = [
            (reading, truth)
            for truth, reading in zip(truths, readings, strict=True)
            if low <= reading.confidence < high
        ]
        if within:
            said = sum(reading.confidence for reading, _ in within) / len(within)
            right = sum(reading.position is truth.position for reading, truth in within)
            share = f"{100 * right / len(within):.0f} %"
            name = f"{low:.0%} to {min(high, 1):.0%}"
            shown.add_row(name, str(len(within)), f"{said:.0%}", share)
            off += abs(said - right / len(within)) * len(within)
    shown.add_section()
    shown.add_row("calibration error", str(len(truths)), "", f"{off / len(truths):.2f}")
    return shown


def main() -> None:
    """Print the three tables."""
    postings = sample()
    a, b = labels.load("a"), labels.load("b")
    held_out = "--fit" not in sys.argv
    truths = [
        ad for ad in labels.best().values() if ad.is_held_out == held_out and ad.id in postings
    ]
    for ad in truths:
        if ad.text_hash != labels.text_hash(postings[ad.id]):
            sys.exit(f"{ad.id}: the text was read differently when it was labelled; label it anew")
    readings = {
        "syncline": [syncline(postings[ad.id]) for ad in truths],
        "cue words": [cue_words(postings[ad.id]) for ad in truths],
    }
    counts = {name: count(truths, found) for name, found in readings.items()}
    both = [ad.id for ad in truths if ad.id in a and ad.id in b]
    one, other = [a[ad_id] for ad_id in both], [from_label(b[ad_id]) for ad_id in both]
    console = Console()
    if both:
        counts["reader b, by a"] = count(one, other)
    console.print(aspects_table(counts))
    learnt = trained(list(labels.best().values()), postings)
    by_words = [learnt[ad.id] for ad in truths]
    console.print(positions_table(truths, {**readings, "tf-idf, trained": by_words}))
    if both:
        console.print(positions_table(one, {"reader b, by a": other}))
    console.print(reliability_table(truths, readings["syncline"]))


if __name__ == "__main__":
    main()
