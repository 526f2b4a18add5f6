"""Shows a pattern's or a rule's finds in all real ads, in their context, to judge it by many.

`python -m bench.concordance --pattern '\\bdaily huddles?\\b'` searches the folded texts;
`--rule meetings-standup` shows what the rule book finds by that rule. The ads that are held out
are left out. A sample of the finds is drawn, the same one each time; `--most` sets its size.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import click
import re2

from bench import labels
from bench.label_sample import readable
from signals import Posting, analyze
from signals.engine.folding import fold
from signals.rulebook.loading import RULES_FOLDER, VOCABULARY_FILE
from signals.rulebook.vocabulary import expanded, groups

CONTEXT = 110
"""Characters shown on each side of a find."""


@dataclass(frozen=True, slots=True)
class Find:
    """One find in one ad."""

    ad: str
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        """The ad, and the find between » « with what stands around it, on one line."""
        left = self.text[max(self.start - CONTEXT, 0) : self.start]
        right = self.text[self.end : self.end + CONTEXT]
        line = f"{left}»{self.text[self.start : self.end]}«{right}"
        return f"{self.ad}  {' '.join(line.split())}"


def of_pattern(pattern: str, ads: Iterator[tuple[str, Posting]]) -> Iterator[Find]:
    """Yield where a pattern, written as in a rule, occurs in the folded texts."""
    options = re2.Options()
    options.case_sensitive = False
    vocabulary = tomllib.loads((RULES_FOLDER / VOCABULARY_FILE).read_text(encoding="utf-8"))
    words = groups(VOCABULARY_FILE, vocabulary)
    compiled = re2.compile(expanded(pattern, words, "--pattern"), options)
    for ad, posting in ads:
        text = fold(posting.text)
        yield from (Find(ad, text, *match.span()) for match in compiled.finditer(text))


def of_rule(rule: str, ads: Iterator[tuple[str, Posting]]) -> Iterator[Find]:
    """Yield what a rule finds, its guards and the other rules considered."""
    for ad, posting in ads:
        for signal in analyze(posting).signals:
            if signal.rule == rule:
                evidence = signal.evidence
                yield Find(ad, posting.text, evidence.found_start, evidence.found_end)


@click.command()
@click.option("--pattern", help="a pattern as rules write them, vocabulary and all")
@click.option("--rule", help="the id of a rule")
@click.option("--most", default=40, show_default=True, help="finds shown at most")
def main(pattern: str | None, rule: str | None, most: int) -> None:
    """Show finds in their context."""
    if (pattern is None) == (rule is None):
        raise click.UsageError("Name either --pattern or --rule.")
    held_out = labels.held_out()
    ads = ((ad, posting) for ad, posting in readable() if ad not in held_out)
    found = list(of_pattern(pattern, ads) if pattern else of_rule(rule or "", ads))
    in_ads = len({find.ad for find in found})
    shown = random.Random(0).sample(found, min(most, len(found)))
    for find in sorted(shown, key=lambda one: one.ad):
        click.echo(str(find))
    click.echo(f"{len(found)} finds in {in_ads} ads, {len(shown)} of them shown")


if __name__ == "__main__":
    main()
