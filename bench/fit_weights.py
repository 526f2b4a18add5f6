"""Fits the weights of the rules to the labels: `python -m bench.fit_weights [--write]`.

Looks only at the ads that are not held out. Weights move one after the other, by steps, where the
positions agree better with those that careful readers gave; moving far from what a person wrote
costs, so that a rule with few finds stays where it was. Five-fold cross-validation says whether ads
that were not fitted on gain too. `--write` puts the weights into the records in signals/rules/.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sklearn.model_selection import KFold

from bench import labels
from bench.accuracy import within_one_step
from bench.fit_verdict import agreement, verdict_on
from bench.label_sample import postings_of
from signals import Position, Signal, analyze
from signals.engine import thresholds
from signals.engine.thresholds import Thresholds
from signals.rulebook import load
from signals.rulebook.loading import RULES_FOLDER

_STEPS = (0.7, 0.85, 1.18, 1.43)
"""What a weight is multiplied by, to see whether it is better there."""

_ROUNDS = 4
_LEAST, _MOST = 0.2, 3.0
_PULL = 16.0
"""Cost of moving a weight by a factor of e: as much as 16 ads placed right. Cross-validation gains
most there; with less the weights follow single ads."""

_NEIGHBOUR = 0.35
"""What the position next to the reader's is worth, where the same one is worth 1."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FoundInAd:
    """What the rules found in one ad, and where a careful reader placed it."""

    signals: tuple[Signal, ...]
    truth: Position

    def weighed(self, weights: Weights) -> tuple[Signal, ...]:
        """The signals with other weights; one that a doubt made weak gains nothing."""
        return tuple(replace(one, weight=_weight(one, weights)) for one in self.signals)


def _weight(signal: Signal, weights: Weights) -> float:
    weight = weights[signal.rule]
    is_doubted = signal.weight < _written()[signal.rule]
    return min(weight, signal.weight) if is_doubted else weight


@cache
def _written() -> Weights:
    """The weights as the rules have them."""
    return {rule.id: rule.weight for rule in load().rules}


def points(ad: FoundInAd, weights: Weights, limits: Thresholds) -> float:
    """Return 1 where the position is the reader's, a part of it for a neighbour, else 0."""
    position = verdict_on(ad.weighed(weights), limits).position
    if position is ad.truth:
        return 1
    return _NEIGHBOUR if within_one_step(position, ad.truth) else 0


def fit(ads: Sequence[FoundInAd], written: Weights, limits: Thresholds) -> dict[str, float]:
    """Return the weights that agree best with the readers' positions."""
    concerned: dict[str, list[FoundInAd]] = {}
    for ad in ads:
        for rule in {one.rule for one in ad.signals}:
            concerned.setdefault(rule, []).append(ad)
    weights = dict(written)
    for _ in range(_ROUNDS):
        for rule, its_ads in concerned.items():
            tries = [weights[rule], *(weights[rule] * step for step in _STEPS)]
            weights[rule] = max(
                (weight for weight in tries if _LEAST <= weight <= _MOST),
                key=lambda weight: _gain(rule, weight, its_ads, weights, written, limits),
                default=weights[rule],
            )
    return {rule: round(weight, 1) for rule, weight in weights.items()}


def _gain(
    rule: str,
    weight: float,
    ads: Sequence[FoundInAd],
    weights: Weights,
    written: Weights,
    limits: Thresholds,
) -> float:
    tried = {**weights, rule: weight}
    moved = math.log(weight / written[rule])
    return sum(points(ad, tried, limits) for ad in ads) - _PULL * moved**2


def agrees(ads: Sequence[FoundInAd], weights: Weights, limits: Thresholds) -> float:
    """Return how well the positions agree with the labels; see `bench.fit_verdict`."""
    found = [verdict_on(ad.weighed(weights), limits) for ad in ads]
    return agreement([ad.truth for ad in ads], found)


def cross_validated(
    ads: Sequence[FoundInAd], written: Weights, limits: Thresholds
) -> tuple[float, float]:
    """Return the agreement on ads not fitted on: with the weights as written, and as fitted."""
    before, after = [], []
    for learning, judging in KFold(5, shuffle=True, random_state=0).split(ads):
        fitted = fit([ads[index] for index in learning], written, limits)
        others = [ads[index] for index in judging]
        before.append(agrees(others, written, limits))
        after.append(agrees(others, fitted, limits))
    return sum(before) / len(before), sum(after) / len(after)


def write(weights: Weights, folder: Path = RULES_FOLDER) -> None:
    """Put the weights into the records, each into the line `weight = …` below its rule's id."""
    for file in folder.rglob("*.toml"):
        rule = ""
        lines = file.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if named := re.match(r'id = "(.+)"', line):
                rule = named[1]
            elif line.startswith("weight = ") and rule in weights:
                lines[number] = f"weight = {weights[rule]}"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _found_in(ads: Iterable[labels.LabelledAd]) -> list[FoundInAd]:
    by_id = {ad.id: ad for ad in ads}
    postings = postings_of(by_id.keys())
    return [
        FoundInAd(analyze(posting).signals, by_id[ad_id].position)
        for ad_id, posting in postings.items()
    ]


def main() -> None:
    """Print the weights that move, and what is gained."""
    ads = _found_in(labels.fitting().values())
    limits = thresholds.load()
    written = _written()
    fitted = fit(ads, written, limits)
    shown = Table(title=f"weights fitted on {len(ads)} ads")
    for column in ("rule", "written", "fitted"):
        shown.add_column(column, justify="left" if column == "rule" else "right")
    for rule, weight in fitted.items():
        if weight != written[rule]:
            shown.add_row(rule, str(written[rule]), str(weight))
    shown.add_section()
    values = (agrees(ads, weights, limits) for weights in (written, fitted))
    shown.add_row("agreement", *(f"{value:.3f}" for value in values))
    shown.add_row(
        "cross-validated", *(f"{value:.3f}" for value in cross_validated(ads, written, limits))
    )
    Console().print(shown)
    if "--write" in sys.argv:
        write(fitted)


if __name__ == "__main__":
    main()
