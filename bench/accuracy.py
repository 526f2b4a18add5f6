"""How well Syncline reads real ads, against the settled labels: `python -m bench.accuracy [--fit]`.

Judged on ads that no rule and no number was fitted on; `--fit` shows the others. Beside it run a
plain search for cue words, as a busy seeker would do it, a trained classifier of words, and, where
an ad has further labels, one careful reader against another: the ceiling.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import isnan

from rich.console import Console
from rich.table import Table

from bench import labels
from bench.counting import Count, Counts, by_span, total
from bench.label_agreement import ordinal, position_kappa, unclear_kappa
from bench.label_sample import postings_of
from bench.labels import LabelledAd
from bench.readers import Reading, cue_words, from_label, syncline, trained
from signals.model import Aspect, Direction, Position, Posting

_WIDTH = 96
"""Columns that the widest table takes, also where no terminal says how wide it is."""

_TRAINED = "tf-idf, trained"

BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def aspects_table(columns: Mapping[str, Counts]) -> Table:
    """Precision and recall of each aspect, one pair of columns for each reader."""
    shown = Table(title="aspects, by span: precision / recall")
    shown.add_column("")
    shown.add_column("labelled", justify="right")
    for name in columns:
        shown.add_column(name, justify="right")
    first = next(iter(columns.values()))
    for key in [(aspect, direction) for aspect in Aspect for direction in Direction]:
        if any(key in counts for counts in columns.values()):
            labelled = first[key].hit + first[key].missed
            cells = [_shares(counts[key]) for counts in columns.values()]
            shown.add_row(" ".join(key), str(labelled), *cells)
    shown.add_section()
    sums = [total(counts) for counts in columns.values()]
    cells = [_shares(one) for one in sums]
    shown.add_row("all", str(sums[0].hit + sums[0].missed), *cells)
    shown.add_row("F1", "", *(f"{one.f1:.2f}" for one in sums))
    shown.add_row("F1, ratio", "", *(f"{one.f1 / sums[0].f1:.2f}" for one in sums))
    return shown


def _shares(count: Count) -> str:
    """Precision and recall, a dash for what can't be said."""
    shares = (count.precision, count.recall)
    return " / ".join("   –" if isnan(share) else f"{share:.2f}" for share in shares)


def positions_table(
    truths: Sequence[LabelledAd], columns: Mapping[str, Sequence[Reading]], of: str = ""
) -> Table:
    """How well the positions agree with the labels; `of` says which ads these are."""
    shown = Table(title=f"positions, {len(truths)} ads{of}")
    shown.add_column("")
    for name in columns:
        shown.add_column(name, justify="right")
    truth = [ad.position for ad in truths]
    found = [[reading.position for reading in readings] for readings in columns.values()]
    shown.add_row("weighted kappa", *(f"{position_kappa(truth, one):.2f}" for one in found))
    shown.add_row("unclear or not, kappa", *(f"{unclear_kappa(truth, one):.2f}" for one in found))
    hits = [sum(a is b for a, b in zip(truth, one, strict=True)) for one in found]
    shown.add_row("same position", *(f"{100 * hit / len(truth):.0f} %" for hit in hits))
    near = [sum(within_one_step(a, b) for a, b in zip(truth, one, strict=True)) for one in found]
    shown.add_row("within one step", *(f"{100 * hit / len(truth):.0f} %" for hit in near))
    shown.add_row("plainly wrong", *(f"{_plainly_wrong(truth, one)}" for one in found))
    return shown


def within_one_step(one: Position, other: Position) -> bool:
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


def judge(
    name: str,
    truths: Sequence[LabelledAd],
    postings: Mapping[str, Posting],
    readings_of: Mapping[str, Mapping[str, Reading]],
) -> None:
    """Print how Syncline and its peers read these ads, beside a second and a third person."""
    for ad in truths:
        if ad.text_hash != labels.text_hash(postings[ad.id]):
            sys.exit(f"{ad.id}: the text was read differently when it was labelled; label it anew")
    read = [postings[ad.id] for ad in truths]
    readings = {reader: [of[ad.id] for ad in truths] for reader, of in readings_of.items()}
    counts = {
        reader: by_span(truths, found, read)
        for reader, found in readings.items()
        if reader != _TRAINED  # it places ads, and marks nothing in them
    }
    people = dict(_people(truths))
    for person, (ads, found) in people.items():
        counts[person] = by_span(ads, found, read)
    console = Console(width=_WIDTH)
    console.rule(name)
    console.print(aspects_table(counts))
    console.print(positions_table(truths, readings))
    for person, (ads, found) in people.items():
        console.print(positions_table(ads, {person: found}))
    alike = _placed_alike()
    sure = [n for n, ad in enumerate(truths) if ad.id in alike]
    if sure:
        of_sure = {reader: [found[n] for n in sure] for reader, found in readings.items()}
        ads = [truths[n] for n in sure]
        console.print(positions_table(ads, of_sure, " that both readers placed alike"))
    console.print(reliability_table(truths, readings["syncline"]))


def _people(
    truths: Sequence[LabelledAd],
) -> Iterator[tuple[str, tuple[Sequence[LabelledAd], Sequence[Reading]]]]:
    """The other people who read all of these ads, and by whose labels each is judged."""
    a, b, c = labels.load("a"), labels.load("b"), labels.load("c")
    if all(ad.id in a and ad.id in b for ad in truths):
        yield (
            "reader b, by a",
            ([a[ad.id] for ad in truths], [from_label(b[ad.id]) for ad in truths]),
        )
    if all(ad.id in c for ad in truths):
        yield "reader c", (truths, [from_label(c[ad.id]) for ad in truths])


def _placed_alike() -> frozenset[str]:
    """The ids of the ads that two readers placed alike."""
    a, b = labels.load("a"), labels.load("b")
    return frozenset(i for i in a.keys() & b.keys() if a[i].position is b[i].position)


def main() -> None:
    """Print the tables of the ads that only judge, or with `--fit` of the others."""
    fitting = list(labels.fitting().values())
    if "--fit" in sys.argv:
        parts = {"ads that may be looked at": fitting}
    else:
        parts = {
            "labelled twice and settled, half of them rich in cue words": [
                ad for ad in labels.best().values() if ad.is_held_out
            ],
            "labelled once, of all that are left": list(labels.load("judging").values()),
            "the same, settled by a second person": list(labels.judging().values()),
        }
    postings = postings_of(labels.everything().keys())
    judged = {ad.id for ads in parts.values() for ad in ads} & postings.keys()
    readings_of = {
        "syncline": {ad_id: syncline(postings[ad_id]) for ad_id in judged},
        "cue words": {ad_id: cue_words(postings[ad_id]) for ad_id in judged},
        _TRAINED: trained(fitting, judged, postings),
    }
    for name, ads in parts.items():
        judge(name, [ad for ad in ads if ad.id in judged], postings, readings_of)


if __name__ == "__main__":
    main()
