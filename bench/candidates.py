"""Shows where rules are likely wrong in unlabelled ads: `python -m bench.candidates hours sync`.

A linear classifier of words, trained on the labelled ads that rules may be fitted on, judges every
passage of the other ads. Passages it believes in where no rule fires are likely misses; finds it
does not believe in are likely false. It is a way to choose what to read, not a reader: what it
shows is right perhaps every other time. Ads that are held out are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import click
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from bench import labels
from bench.label_sample import readable
from bench.labels import LabelledAd
from signals import Posting, analyze
from signals.engine.folding import fold
from signals.engine.sentences import split
from signals.language import detect
from signals.model import Aspect, Direction, Signal

_LONGEST = 240
"""Characters of a passage at most: sentences of ads that lost their line breaks run on."""

Key = tuple[Aspect, Direction]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a part of one, with where it stands."""

    ad: str
    start: int
    end: int
    text: str


def passages(ad_id: str, posting: Posting) -> Iterator[Passage]:
    """Yield the sentences of an ad, long ones cut between words."""
    text = fold(posting.text)
    for sentence in split(text).items:
        start = sentence.start
        while start < sentence.end:
            end = min(start + _LONGEST, sentence.end)
            if end < sentence.end:
                end = max(text.rfind(" ", start, end), start + 1)
            yield Passage(ad_id, start, end, " ".join(text[start:end].split()))
            start = end


def trained(key: Key, ads: Mapping[str, LabelledAd], postings: Mapping[str, Posting]) -> Pipeline:
    """Return a classifier that tells passages with a label of this aspect and direction."""
    held = [one for ad_id in ads if ad_id in postings for one in passages(ad_id, postings[ad_id])]
    marked = [ads[one.ad].marks(*key, one.start, one.end) for one in held]
    classifier = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True),
        LogisticRegression(C=30.0, class_weight="balanced", max_iter=1000),
    )
    return classifier.fit([one.text for one in held], marked)


def ranked(
    classifier: Pipeline, found: Sequence[Passage], *, likeliest_first: bool
) -> list[tuple[float, Passage]]:
    """Return the passages, no text twice, in the order of how far the classifier believes them."""
    told = {one.text.lower(): one for one in found}
    believed = classifier.predict_proba([one.text for one in told.values()])[:, 1]
    judged = zip(believed.tolist(), told.values(), strict=True)
    return sorted(judged, key=lambda one: one[0], reverse=likeliest_first)


def _rule_in(passage: Passage, signals: Sequence[Signal]) -> str:
    """The rule that fires in a passage; '' for none."""
    for signal in signals:
        if signal.evidence.found_start < passage.end and passage.start < signal.evidence.found_end:
            return signal.rule
    return ""


@click.command()
@click.argument("aspect", type=click.Choice([str(aspect) for aspect in Aspect]))
@click.argument("direction", type=click.Choice([str(direction) for direction in Direction]))
@click.option("--most", default=150, show_default=True, help="passages shown of each kind")
@click.option("--skip", default=0, help="passages left out of each kind, those shown before")
@click.option("--language", default="en", show_default=True, help="the ads' language")
def main(aspect: str, direction: str, most: int, skip: int, language: str) -> None:
    """Show likely misses, the likeliest first, then likely false finds."""
    key = (Aspect(aspect), Direction(direction))
    known, held_out = labels.everything(), labels.held_out()
    postings = {ad: one for ad, one in readable() if ad not in held_out}
    classifier = trained(key, labels.fitting(), postings)
    silent: list[Passage] = []
    fired: dict[Passage, str] = {}
    for ad_id, posting in postings.items():
        if ad_id in known or detect(posting.text) != language:
            continue
        signals = [one for one in analyze(posting).signals if (one.aspect, one.direction) == key]
        for passage in passages(ad_id, posting):
            rule = _rule_in(passage, signals)
            if rule:
                fired[passage] = rule
            else:
                silent.append(passage)
    page = slice(skip, skip + most)
    click.echo("likely missed:")
    for believed, one in ranked(classifier, silent, likeliest_first=True)[page]:
        click.echo(f"{believed:.2f}  {one.ad}  {one.text}")
    click.echo(f"\nlikely false, of {len(fired)} passages with a find:")
    for believed, one in ranked(classifier, list(fired), likeliest_first=False)[page]:
        click.echo(f"{believed:.2f}  {one.ad}  {fired[one]}  {one.text}")


if __name__ == "__main__":
    main()
