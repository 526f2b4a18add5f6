"""Which words of a handbook are quoted as evidence."""

from __future__ import annotations

import re

from scraper.handbook.criteria import Criteria
from scraper.handbook.reading import ReadPage
from scraper.handbook.words import plain

MAX_QUOTE = 240
"""Characters of a quote; a longer sentence is cut at a word."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LEAST_WORDS = 5
_SENTENCES_SEEN = 400


def quote(page: ReadPage, criteria: Criteria) -> str | None:
    """Return the sentence of `page` that best shows it to be a handbook; None on an empty page.

    Whoever checks finds the words on the page as they stand here. A sentence in the company's own
    voice counts, a name and topics of working together count; the first of the best is taken.
    """
    sentences = _sentences(page.text) or list(filter(None, (*page.headings, page.title)))
    if not sentences:
        return None
    best = max(sentences, key=lambda sentence: _telling(sentence, criteria))
    return _cut(best)


def _sentences(text: str) -> list[str]:
    found = [sentence for line in text.split("\n") for sentence in _SENTENCE_END.split(line)]
    whole = [sentence for sentence in found if len(sentence.split()) >= _LEAST_WORDS]
    return whole[:_SENTENCES_SEEN]


def _telling(sentence: str, criteria: Criteria) -> float:
    topics = len(criteria.topics_in(plain(sentence[:MAX_QUOTE])))
    voice = criteria.voice.words.found_in(sentence)
    return 2 * criteria.name_in(sentence).weight + min(topics, 3) + voice


def _cut(sentence: str) -> str:
    if len(sentence) <= MAX_QUOTE:
        return sentence
    return sentence[:MAX_QUOTE].rsplit(" ", 1)[0]
