"""What a found handbook says about how people communicate, read with `signals`."""

from __future__ import annotations

from dataclasses import replace

from scraper.handbook.candidates import communication_links
from scraper.handbook.reading import ReadPage
from scraper.handbook.search import Search
from signals import Signal, Source, analyze

MOST_SIGNALS = 12
_MOST_TEXT = 60_000
"""Characters of one page that are read; a single-page handbook is cut here."""


async def communication_signals(handbook: ReadPage, search: Search) -> tuple[Signal, ...]:
    """Return what `handbook` and its pages about communication say, each thing once.

    Offsets of the evidence count in the text of the page it stands on.
    """
    pages = [handbook]
    for url in communication_links(handbook):
        page = search.sections.get(url)
        if page is None and not search.is_spent:
            page = (await search.read(url)).page
            if page is not None:
                search.note(url, "read for how people communicate")
        if page is not None:
            pages.append(page)
    found: dict[str, Signal] = {}
    for page in pages:
        for signal in analyze(page.text[:_MOST_TEXT]).signals:
            evidence = replace(signal.evidence, source=Source.HANDBOOK)
            found.setdefault(signal.rule, replace(signal, evidence=evidence))
    strongest = sorted(found.values(), key=lambda signal: -signal.weight)
    return tuple(strongest[:MOST_SIGNALS])
