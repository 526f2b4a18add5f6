"""Draws the ads to be labelled and writes them out to read: `python -m bench.label_sample FOLDER`.

Half are drawn at random; half among those rich in cue words, for most ads say nothing and a random
sample would hold too few signals to judge rules by. The cue words are not those of the rules. What
was drawn stands in bench/labels/sample.txt and is not drawn again; 300 further ads were drawn in
the same way when the rules of the first 440 were written. The texts go to FOLDER, outside this
repository; labels come back as ids and offsets.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from bench import corpus
from bench.labels import FOLDER
from signals import NotAPosting, Posting, read_text

SIZE = 440
SHARDS = 4
_SEED = 20261124
_LONGEST = 14_000
_LEAST_CUES = 5
_CUES = re.compile(
    r"async|time ?zone|hand ?book|meeting|stand-?up|written|writing|document|overlap|core hours"
    r"|shift|on-?call|on-?site|office|take-?home|flexible|schedule|within \d+ hours|RFC"
    r"|distributed",
    re.IGNORECASE,
)
_SAMPLE = FOLDER / "sample.txt"


def sampled_ids() -> list[str]:
    """Return the ids that were drawn, in the order they were given to the readers."""
    return _SAMPLE.read_text(encoding="utf-8").split()


def sample() -> dict[str, Posting]:
    """Return the postings that were drawn, by id, in the order they were given to the readers."""
    postings = dict(readable())
    return {ad_id: postings[ad_id] for ad_id in sampled_ids()}


def postings_of(ids: Collection[str]) -> dict[str, Posting]:
    """Return the postings of the ads with these ids."""
    return {ad_id: posting for ad_id, posting in readable() if ad_id in ids}


def readable() -> Iterator[tuple[str, Posting]]:
    """Yield the id and the posting of every real ad that can be read."""
    for ad in corpus.ads():
        try:
            yield ad.id, read_text(ad.content, ad.url)
        except NotAPosting:
            continue


def draw() -> list[str]:
    """Draw the ids: half random, half rich in cue words, no two that begin alike."""
    pool = list(_distinct())
    random.Random(_SEED).shuffle(pool)
    plain = [ad_id for ad_id, _ in pool[: SIZE // 2]]
    rich = [
        ad_id
        for ad_id, posting in pool[SIZE // 2 :]
        if len({cue.lower() for cue in _CUES.findall(posting.text)}) >= _LEAST_CUES
    ]
    chosen = plain + rich[: SIZE - len(plain)]
    random.Random(_SEED).shuffle(chosen)
    return chosen


def _distinct() -> Iterator[tuple[str, Posting]]:
    seen: set[str] = set()
    for ad_id, posting in readable():
        start = posting.text[:300]
        if start not in seen and len(posting.text) < _LONGEST:
            seen.add(start)
            yield ad_id, posting


def main() -> None:
    """Write `shard-N.txt` files into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if not _SAMPLE.exists():
        _SAMPLE.write_text("\n".join(draw()) + "\n", encoding="utf-8")
    postings = list(sample().items())
    for shard in range(SHARDS):
        parts = [f"##### {ad_id}\n{posting.text}\n" for ad_id, posting in postings[shard::SHARDS]]
        (folder / f"shard-{shard + 1}.txt").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
