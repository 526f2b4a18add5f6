"""Counts the steps of a list, such as the live rounds of hiring, where a rule's patterns find them.

Lists come one step a line, or in one line with arrows, commas or numbers between the steps, or as
prose ("then", a new sentence), or with all that lost and only the capital letters left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

REACH = 300
"""Characters from one step to the next of its list at most: a step may be explained."""

LENGTH = 320
"""Characters after which steps beyond those asked for are left out: the others tell enough."""

_BETWEEN_STEPS = re.compile(
    r"[,;>|/+&]|[.!?)\]] |[a-z)\]] (?:\d[.)] )?[A-Z]"
    r"|\b(?:then|followed by|and|or|before|after|und|dann|et|puis|y|luego|e|depois)\b"
)
"""What stands between two steps of one line, in any of the languages that are read."""

Place = tuple[int, int]


def runs(places: Iterable[Place], text: str, at_least: int) -> Iterator[Place]:
    """Yield where `at_least` steps or more follow one another: from the first to the last of them.

    `places` are finds in `text`, in any order. Of a list with a step a line the lines with a find
    count; of one in a line, the finds with something between them that parts two steps.
    """
    run: list[Place] = []
    for place in sorted(places):
        if run and place[0] - run[-1][1] > REACH:
            yield from _long_enough(run, text, at_least)
            run = []
        run.append(place)
    yield from _long_enough(run, text, at_least)


def _long_enough(run: Sequence[Place], text: str, at_least: int) -> Iterator[Place]:
    lines = [list(line) for _, line in groupby(run, lambda place: text.count("\n", 0, place[0]))]
    steps = max(len(lines), *(_steps(line, text) for line in lines), 0)
    if steps >= at_least:
        start = run[0][0]
        asked, further = run[:at_least], run[at_least:]
        told = [*asked, *(step for step in further if step[1] - start <= LENGTH)]
        yield start, max(end for _, end in told)


def _steps(line: Sequence[Place], text: str) -> int:
    """How many steps the finds of one line stand in."""
    return 1 + sum(
        before[1] <= after[0] and bool(_BETWEEN_STEPS.search(text[before[1] - 1 : after[0] + 1]))
        for before, after in pairwise(line)
    )
