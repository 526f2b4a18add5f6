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
from signals.engine.matching import matcher_of
from signals.model import Aspect, Direction

FOLDER = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, whether it is a signal, and what found one: a rule's id or '', a cue word."""

    text: str
    is_signal: bool
    rule: str
    has_cue_word: bool


def judged(lot: str) -> Iterator[tuple[str, list[Judged]]]:
    """Yield the sentences of a lot with the name of its file: an aspect and direction, a language.

    English sentences stand in a file for each aspect and direction, those of another language in
    one, where each names its own.
    """
    for file in sorted((FOLDER / lot).glob("*.tsv"), key=lambda one: ("-" not in one.stem, one)):
        rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
        if "-" in file.stem:
            yield file.stem, [_judged("en", file.stem, *row) for row in rows]
        else:
            yield file.stem, [_judged(file.stem, *row) for row in rows]


def _judged(language: str, key: str, sign: str, text: str) -> Judged:
    signals = matcher_of(language).find(Posting(text))
    found = [one.rule for one in signals if f"{one.aspect}-{one.direction}" == key]
    aspect, direction = key.split("-")
    cue = CUE_WORDS.get((Aspect(aspect), Direction(direction)), r"\b\B")
    return Judged(text, sign == "+", next(iter(found), ""), bool(re.search(cue, text, re.I)))


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
    for name, sentences in judged(lot):
        shown.add_row(name.replace("-", " "), *_row(sentences))
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
        for one in dict(judged("known"))[f"{aspect}-{direction}"]:
            if one.is_signal != bool(one.rule):
                click.echo(f"{one.rule or 'missed'}: {one.text}")
    else:
        Console().print(table("known" if known else "unknown"))


if __name__ == "__main__":
    main()
