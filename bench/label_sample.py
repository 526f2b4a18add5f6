"""Draws the ads to be labelled and writes them out to read: `python -m bench.label_sample FOLDER`.

Half are drawn at random; half among those that hold a cue word, for most ads say nothing and a random
sample would hold too few signals to judge rules by. The cue words are not those of the rules. The
texts go to FOLDER, outside this repository; labels come back as ids and offsets (bench/labels/).
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import corpus
from signals import NotAPosting, Posting, read_text

SIZE = 440
SHARDS = 4
_SEED = 20261124
_LONGEST = 14_000
_CUES = re.compile(
    r"async|time ?zone|hand ?book|meeting|stand-?up|written|writing|document|overlap|core hours|shift|"
    r"on-?call|on-?site|office|take-?home|flexible|schedule|within \d+ hours|RFC|distributed",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sampled:
    """An ad to be labelled; `part` says how it was drawn."""

    id: str
    posting: Posting
    part: str


def sample() -> list[Sampled]:
    """Return the sample, the same at every call: half random, half rich in cue words."""
    pool = list(_readable())
    random.Random(_SEED).shuffle(pool)  # noqa: S311 - a draw, not a secret
    plain = [Sampled(id, posting, "random") for id, posting in pool[: SIZE // 2]]
    rich = [
        Sampled(id, posting, "rich")
        for id, posting in pool[SIZE // 2 :]
        if len({cue.lower() for cue in _CUES.findall(posting.text)}) >= 5
    ]
    return plain + rich[: SIZE - len(plain)]


def _readable() -> Iterator[tuple[str, Posting]]:
    seen: set[str] = set()
    for ad in corpus.ads():
        try:
            posting = read_text(ad.content, ad.url)
        except NotAPosting:
            continue
        start = posting.text[:300]
        if start not in seen and len(posting.text) < _LONGEST:
            seen.add(start)
            yield ad.id, posting


def main() -> None:
    """Write `shard-N.txt` files into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    chosen = sample()
    random.Random(_SEED).shuffle(chosen)  # noqa: S311 - a draw, not a secret
    for shard in range(SHARDS):
        parts = [f"##### {one.id}\n{one.posting.text}\n" for one in chosen[shard::SHARDS]]
        (folder / f"shard-{shard + 1}.txt").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
