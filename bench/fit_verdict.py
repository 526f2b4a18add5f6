"""Fits the numbers of signals/verdict.toml to the labels: `python -m bench.fit_verdict`.

Looks only at the ads that are not held out. First the cuts, by random search for the
best agreement of positions; then the confidence, by logistic regression of whether the position was
right. Prints the numbers; a person writes them into verdict.toml, for they should stay round.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from bench import labels
from bench.label_agreement import position_kappa, unclear_kappa
from bench.label_sample import postings_of
from signals import Position, Report, Signal, analyze
from signals.engine import contradictions, scoring, thresholds
from signals.engine.thresholds import Thresholds

_DRAWS = 4000
_SEED = 7
_SEARCHED = {
    "least_evidence": (1.2, 2.2),
    "further_signal": (0.1, 0.6),
    "async_first": (0.1, 0.6),
    "hybrid": (-0.7, -0.1),
    "fully_async": (0.6, 0.95),
    "fully_async_least_evidence": (3.5, 8.0),
    "written_least_evidence": (0.2, 1.0),
}
"""The numbers searched, each within these bounds."""


def verdicts(reports: Sequence[Report], limits: Thresholds) -> list[scoring.Verdict]:
    """Judge the reports' signals anew by other numbers."""
    return [verdict_on(report.signals, limits) for report in reports]


def verdict_on(signals: Sequence[Signal], limits: Thresholds) -> scoring.Verdict:
    """Judge signals as a report does."""
    return scoring.judge(signals, contradicted(signals, limits), limits)


def contradicted(signals: Sequence[Signal], limits: Thresholds) -> frozenset[Signal]:
    """The claims that facts speak against, as in a report."""
    return contradictions.claims(signals, contradictions.find(signals, limits))


def agreement(truth: Sequence[Position], found: Sequence[scoring.Verdict]) -> float:
    """What the search makes large: both kappas, and the share of same positions."""
    positions = [verdict.position for verdict in found]
    same = sum(a is b for a, b in zip(truth, positions, strict=True)) / len(truth)
    return position_kappa(truth, positions) + unclear_kappa(truth, positions) + same


def search(truth: Sequence[Position], reports: Sequence[Report]) -> Thresholds:
    """Return the numbers that agree best with the labels."""
    draw = random.Random(_SEED)
    best = thresholds.load()
    best_value = agreement(truth, verdicts(reports, best))
    for _ in range(_DRAWS):
        numbers = {name: round(draw.uniform(*ends), 2) for name, ends in _SEARCHED.items()}
        tried = replace(thresholds.load(), **numbers)  # type: ignore[arg-type]  # all are floats
        value = agreement(truth, verdicts(reports, tried))
        if value > best_value:
            best, best_value = tried, value
    return best


def calibrate(
    truth: Sequence[Position], reports: Sequence[Report], limits: Thresholds
) -> dict[str, float]:
    """Return the coefficients of the confidence."""
    placed: list[list[float]] = []
    placed_right: list[bool] = []
    unclear: list[list[float]] = []
    unclear_right: list[bool] = []
    cuts = (limits.fully_async, limits.async_first, limits.hybrid)
    for label, report in zip(truth, reports, strict=True):
        verdict = verdict_on(report.signals, limits)
        signals = report.signals
        evidence, leading = scoring.evidence_of(signals, contradicted(signals, limits), limits)
        if verdict.position is Position.UNCLEAR:
            unclear.append([leading])
            unclear_right.append(label is Position.UNCLEAR)
        else:
            distance = min(abs(verdict.score - cut) for cut in cuts)
            placed.append([math.log1p(evidence), min(distance, limits.sure_full_distance)])
            placed_right.append(label is verdict.position)
    of_position = LogisticRegression().fit(placed, placed_right)
    of_unclear = LogisticRegression().fit(unclear, unclear_right)
    return {
        "base": float(of_position.intercept_[0]),
        "evidence": float(of_position.coef_[0][0]),
        "distance": float(of_position.coef_[0][1]),
        "unclear_base": float(of_unclear.intercept_[0]),
        "unclear_evidence": float(of_unclear.coef_[0][0]),
    }


def main() -> None:
    """Print the fitted numbers beside those of today."""
    ads = list(labels.fitting().values())
    postings = postings_of({ad.id for ad in ads})
    truth = [ad.position for ad in ads]
    reports = [analyze(postings[ad.id]) for ad in ads]
    today = thresholds.load()
    best = search(truth, reports)
    shown = Table(title=f"fitted on {len(ads)} ads")
    for column in ("", "today", "fitted"):
        shown.add_column(column, justify="right" if column else "left")
    for name in _SEARCHED:
        shown.add_row(name, str(getattr(today, name)), str(getattr(best, name)))
    values = [agreement(truth, verdicts(reports, limits)) for limits in (today, best)]
    shown.add_row("agreement", *(f"{value:.3f}" for value in values))
    shown.add_section()
    for name, value in calibrate(truth, reports, best).items():
        shown.add_row(name, "", f"{value:.2f}")
    Console().print(shown)


if __name__ == "__main__":
    main()
