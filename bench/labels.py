"""The labels: what careful readers found in real ads, as ids and offsets (bench/labels/*.jsonl).

Each line is one ad: its id, a short hash of the text that the offsets count, the position, and the
signals as [aspect, direction, start, end]. The texts themselves stay outside this repository.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from signals.model import Aspect, Direction, Position, Posting

FOLDER = Path(__file__).parent / "labels"


@dataclass(frozen=True, slots=True)
class Span:
    """One labelled signal: what it is about, which way it leans, where it stands."""

    aspect: Aspect
    direction: Direction
    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the two stretches of text share a character."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class LabelledAd:
    """What one reader said of one ad."""

    id: str
    text_hash: str
    position: Position
    spans: tuple[Span, ...]

    @property
    def aspects(self) -> frozenset[tuple[Aspect, Direction]]:
        """The aspects it speaks of, each with its direction."""
        return frozenset((span.aspect, span.direction) for span in self.spans)

    def marks(self, aspect: Aspect, direction: Direction, start: int, end: int) -> bool:
        """Whether it has a span of this aspect and direction in this stretch of the text."""
        return any(
            (span.aspect, span.direction) == (aspect, direction) and span.overlaps(start, end)
            for span in self.spans
        )

    @property
    def is_held_out(self) -> bool:
        """Whether it belongs to the quarter that no rule and no number was fitted on."""
        return int(hashlib.sha1(self.id.encode(), usedforsecurity=False).hexdigest(), 16) % 4 == 3


def text_hash(posting: Posting) -> str:
    """A short hash that tells whether the offsets of a label still fit the text."""
    return hashlib.sha256(posting.text.encode()).hexdigest()[:12]


def load(name: str) -> dict[str, LabelledAd]:
    """Return the labels of one file (`a`, `b`, `settled`, ...) by the ad's id."""
    lines = _file(name).read_text(encoding="utf-8").splitlines()
    return {ad.id: ad for ad in map(_from_line, lines)}


def known(name: str) -> dict[str, LabelledAd]:
    """Return the labels of one file by the ad's id, none where the file is still to be made."""
    return load(name) if _file(name).exists() else {}


def best() -> dict[str, LabelledAd]:
    """Return for each labelled ad the settled label, else the one of the reader there is."""
    found: dict[str, LabelledAd] = {}
    for name in ("b", "a", "settled"):
        found.update(known(name))
    return found


def everything() -> dict[str, LabelledAd]:
    """Return every labelled ad: the settled ones, and the ads of one reader."""
    return {**_settled("further"), **judging(), **best()}


def judging() -> dict[str, LabelledAd]:
    """Return ads that only judge, drawn by chance from what was left, settled where that was done.

    A second person settled what the first and Syncline saw differently.
    """
    return _settled("judging")


def _settled(name: str) -> dict[str, LabelledAd]:
    """One reader's labels, or what came of them where another judged what Syncline saw too."""
    return {**load(name), **known(f"{name}-settled")}


def held_out() -> frozenset[str]:
    """Return the ids of the ads whose mistakes nobody looks at."""
    return frozenset(ad.id for ad in best().values() if ad.is_held_out) | judging().keys()


def fitting() -> dict[str, LabelledAd]:
    """Return what rules and numbers may be fitted on: those not held out, and further ads.

    The further ads (`further.jsonl`) were read by one reader, to write rules by.
    """
    found = {ad.id: ad for ad in best().values() if not ad.is_held_out}
    return {**_settled("further"), **found}


def add(name: str, ads: Iterable[LabelledAd]) -> None:
    """Add labels to those of one file, in place of earlier ones of the same ads; ordered by id."""
    held = {**known(name), **{ad.id: ad for ad in ads}}
    text = "".join(_to_line(held[ad_id]) + "\n" for ad_id in sorted(held))
    _file(name).write_text(text, encoding="utf-8")


def _file(name: str) -> Path:
    return FOLDER / f"{name}.jsonl"


def _from_line(line: str) -> LabelledAd:
    row = json.loads(line)
    spans = tuple(Span(Aspect(a), Direction(d), start, end) for a, d, start, end in row["signals"])
    return LabelledAd(row["id"], row["text"], Position(row["position"]), spans)


def _to_line(ad: LabelledAd) -> str:
    spans = [[span.aspect, span.direction, span.start, span.end] for span in ad.spans]
    return json.dumps(
        {"id": ad.id, "text": ad.text_hash, "position": ad.position, "signals": spans}
    )
