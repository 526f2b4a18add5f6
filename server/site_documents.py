"""The boards' records as a JSON document: the API serves it, and the extension carries a copy.

`python -m server.site_documents` writes that copy anew; a test holds both together.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from server.documents import Document
from signals.sites import Site, load

COPY = Path(__file__).parent.parent / "extension" / "content" / "sites.json"


@cache
def sites_document() -> Document:
    """Return all records, and a version that is a hash over them."""
    sites = [_document(site) for site in load()]
    text = json.dumps(sites, sort_keys=True)
    return {"version": hashlib.sha256(text.encode()).hexdigest()[:12], "sites": sites}


def _document(site: Site) -> Document:
    document = asdict(site)
    del document["source"]
    return document


def written() -> str:
    """Return the document as the extension's copy holds it."""
    return json.dumps(sites_document(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    COPY.write_text(written(), encoding="utf-8")
