"""How broadly the rules understand: `python -m bench.sentence_recall [--known] [ASPECT DIRECTION]`.

The sentences are written as job ads write them, by authors who had the labelling guideline and had
not seen the rules: `+` states a signal of the aspect and direction, `-` only sounds like it. Real
ads repeat what is common; these ask for the rest of the language. On those in
`bench/sentences/unknown/` no rule was written; those in `known/` were read to broaden the rules:
`--known` judges by them, and an aspect and direction lists which of them are mistaken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.readers import CUE_WORDS
from signals import Posting
from signals.engine.matching import Matcher
from signals.model import Aspect, Direction
from signals.rulebook import load

FOLDER = Path(__file__).parent / "sentences"

Key = tuple[Aspect, Direction]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, whether it is a signal, and what found one: a rule's id or '', a cue word."""

    text: str
    is_signal: bool
    rule: str
    has_cue_word: bool


def judged(lot: str) -> Iterator[tuple[Key, list[Judged]]]:
    """Yield the sentences of a lot, those of one aspect and direction at a time."""
    matcher = Matcher(load().of_language("en"))
    for key in [(aspect, direction) for aspect in Aspect for direction in Direction]:
        file = FOLDER / lot / f"{'-'.join(key)}.tsv"
        if file.exists():
            lines = file.read_text(encoding="utf-8").splitlines()
            yield key, [_judged(key, line, matcher) for line in lines]


def _judged(key: Key, line: str, matcher: Matcher) -> Judged:
    sign, text = line.split("\t", 1)
    found = [one.rule for one in matcher.find(Posting(text)) if (one.aspect, one.direction) == key]
    cue_word = re.search(CUE_WORDS.get(key, r"\b\B"), text, re.IGNORECASE)
    return Judged(text, sign == "+", next(iter(found), ""), cue_word is not None)


def _row(sentences: Sequence[Judged]) -> list[str]:
    signals = [one for one in sentences if one.is_signal]
    near = [one for one in sentences if not one.is_signal]
    heard = [_share(bool(one.rule) for one in some) for some in (signals, near)]
    with_cue_word = [_share(one.has_cue_word for one in some) for some in (signals, near)]
    return [str(len(signals)), str(len(near)), " / ".join(heard), " / ".join(with_cue_word)]


def _share(held: Iterable[bool]) -> str:
    counted = list(held)
    return f"{sum(counted) / len(counted):.2f}" if counted else "–"


def table(lot: str) -> Table:
    """Of the signals the share that is heard, of the near misses the share that is believed."""
    shown = Table(title=f"sentences {lot} to those who wrote the rules: heard / believed")
    shown.add_column("")
    for column in ("signals", "near misses", "syncline", "cue words"):
        shown.add_column(column, justify="right")
    everything: list[Judged] = []
    for key, sentences in judged(lot):
        shown.add_row(" ".join(key), *_row(sentences))
        everything.extend(sentences)
    shown.add_section()
    shown.add_row("all", *_row(everything))
    return shown


@click.command()
@click.option("--known", is_flag=True, help="judge by the sentences that the rules' authors read")
@click.argument("aspect", type=click.Choice([str(aspect) for aspect in Aspect]), required=False)
@click.argument("direction", type=click.Choice([str(one) for one in Direction]), required=False)
def main(known: bool, aspect: str | None, direction: str | None) -> None:
    """Print the table; with an aspect and a direction, the mistakes in known sentences."""
    if aspect and direction:
        mistaken = dict(judged("known"))[Aspect(aspect), Direction(direction)]
        for one in mistaken:
            if one.is_signal != bool(one.rule):
                click.echo(f"{one.rule or 'missed'}: {one.text}")
    else:
        Console().print(table("known" if known else "unknown"))


if __name__ == "__main__":
    main()
