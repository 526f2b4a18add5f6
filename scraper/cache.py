"""Remembers pages that can be asked for again with "has it changed?" (RFC 9111, section 4.3)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace

from yarl import URL

from scraper.limits import MEGABYTE
from scraper.transport import Answer

NOT_MODIFIED = 304

_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class Cache:
    """Answers in memory, the least used forgotten first; may be shared by several fetchers."""

    def __init__(self, most: int = 32 * MEGABYTE) -> None:
        """Start empty; `most` bytes of bodies are kept."""
        self._most = most
        self._held = 0
        self._answers: OrderedDict[URL, Answer] = OrderedDict()

    def conditions(self, url: URL) -> Mapping[str, str]:
        """Return the headers that ask whether the page at `url` is still the one we have."""
        known = self._answers.get(url)
        if known is None:
            return {}
        return {
            asks: known.headers[header]
            for header, asks in _VALIDATORS.items()
            if header in known.headers
        }

    def settled(self, url: URL, answer: Answer) -> Answer:
        """Return the page that `answer` means, and remember it where it can be asked for again."""
        known = self._answers.get(url)
        if answer.status == NOT_MODIFIED and known is not None:
            self._answers.move_to_end(url)
            return replace(known, headers={**known.headers, **answer.headers})
        if answer.status == 200:
            self._forget(url)
            self._keep(url, answer)
        return answer

    def _keep(self, url: URL, answer: Answer) -> None:
        asks_not_to = "no-store" in answer.headers.get("cache-control", "").lower()
        varies = answer.headers.get("vary", "").strip() == "*"
        if asks_not_to or varies or not any(name in answer.headers for name in _VALIDATORS):
            return
        self._answers[url] = answer
        self._held += len(answer.body)
        while self._held > self._most:
            self._forget(next(iter(self._answers)))

    def _forget(self, url: URL) -> None:
        known = self._answers.pop(url, None)
        self._held -= len(known.body) if known is not None else 0
