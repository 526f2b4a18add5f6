"""The real ads and pages that the measurements read; they stay outside this repository."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(os.environ.get("SYNCLINE_SHARED", Path(__file__).parent.parent.parent / "shared"))
"""The folder with `ads/` and `pages/`; SYNCLINE_SHARED names another one."""


@dataclass(frozen=True, slots=True)
class Ad:
    """One line of `ads/*.jsonl.gz`; `content` is HTML or plain text."""

    id: str
    file: str
    title: str
    url: str
    content: str


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One saved page of `pages/`; `kind` is job, list or other."""

    file: str
    site: str
    kind: str
    url: str
    title: str
    content: bytes


def ads() -> Iterator[Ad]:
    """Yield every ad that holds any text."""
    for path in sorted((SHARED / "ads").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                content = row.get("html") or row.get("text") or ""
                yield Ad(row["id"], path.name, row.get("title", ""), row.get("url", ""), content)


def pages() -> Iterator[SavedPage]:
    """Yield every saved page."""
    folder = SHARED / "pages"
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        content = gzip.decompress((folder / row["file"]).read_bytes())
        yield SavedPage(row["file"], row["site"], row["kind"], row["url"], row["title"], content)
