"""Readers of ads that the accuracy table compares: Syncline, two peers, and a person's label."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict
from sklearn.pipeline import make_pipeline

from bench.labels import LabelledAd, Span
from signals import Posting, analyze
from signals.model import Aspect, Direction, Position

CUE_WORDS: dict[tuple[Aspect, Direction], str] = {
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
        for (aspect, direction), pattern in CUE_WORDS.items()
        for match in re.finditer(pattern, posting.text, re.IGNORECASE)
    )
    aspects = {(span.aspect, span.direction) for span in spans}
    balance = sum(1 if direction is Direction.ASYNC else -1 for _, direction in aspects)
    if not aspects:
        return Reading(spans, Position.UNCLEAR)
    leaning = Position.ASYNC_FIRST if balance > 0 else Position.FULLY_SYNC
    return Reading(spans, leaning if balance else Position.HYBRID)


def trained(
    ads: Sequence[LabelledAd], judged: Collection[str], postings: Mapping[str, Posting]
) -> dict[str, Reading]:
    """The other peer: words weighed by TF-IDF, a logistic regression; trained on `ads`.

    Of the ids in `judged`, ads that it was trained on are judged five-fold, each fold by what the
    others taught.
    """
    classifier = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10.0, class_weight="balanced", max_iter=2000),
    )
    texts = [postings[ad.id].text for ad in ads]
    positions = [str(ad.position) for ad in ads]
    known = [ad.id for ad in ads]
    unseen = sorted(set(judged) - set(known))
    found: dict[str, str] = {}
    if unseen:
        classifier.fit(texts, positions)
        told = classifier.predict([postings[ad_id].text for ad_id in unseen])
        found.update(zip(unseen, told, strict=True))
    if len(unseen) < len(judged):
        folds = KFold(5, shuffle=True, random_state=0)
        told = cross_val_predict(classifier, texts, positions, cv=folds)
        found.update(zip(known, told, strict=True))
    return {ad_id: Reading((), Position(found[ad_id])) for ad_id in judged}


def from_label(ad: LabelledAd) -> Reading:
    """A careful reader's reading."""
    return Reading(ad.spans, ad.position)
