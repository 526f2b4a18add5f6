"""Shows what the rule book finds wrongly and misses: `python -m bench.mistakes presence sync`.

Only in the ads that rules may be fitted on; nobody looks at the mistakes in those held out.
"""

from __future__ import annotations

from functools import partial

import click

from bench import labels
from bench.concordance import Find
from bench.counting import compare
from bench.label_sample import postings_of
from bench.labels import Span
from signals import analyze
from signals.engine.folding import fold
from signals.engine.sentences import split
from signals.model import Aspect, Direction


@click.command()
@click.argument("aspect", type=click.Choice([str(aspect) for aspect in Aspect]))
@click.argument("direction", type=click.Choice([str(direction) for direction in Direction]))
def main(aspect: str, direction: str) -> None:
    """Show false finds, each with its rule, and labelled spans that were not found."""
    key = (Aspect(aspect), Direction(direction))
    ads = labels.fitting()
    missed: list[str] = []
    wrong: list[str] = []
    for ad_id, posting in postings_of(ads.keys()).items():
        labelled = [span for span in ads[ad_id].spans if (span.aspect, span.direction) == key]
        rule_of = {
            Span(*key, one.evidence.found_start, one.evidence.found_end): one.rule
            for one in analyze(posting).signals
            if (one.aspect, one.direction) == key
        }
        mistakes = compare(labelled, list(rule_of), split(fold(posting.text).lower()))
        in_context = partial(_in_context, ad_id, posting.text)
        missed.extend(map(in_context, mistakes.missed))
        wrong.extend(f"{rule_of[span]}  {in_context(span)}" for span in mistakes.wrong)
    click.echo(
        "\n".join([f"missed: {len(missed)}", *missed, f"wrong: {len(wrong)}", *sorted(wrong)])
    )


def _in_context(ad_id: str, text: str, span: Span) -> str:
    return str(Find(ad_id, text, span.start, span.end))


if __name__ == "__main__":
    main()
