"""Server-sent events: what happens in a check, as it happens."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator

from flask import Response

from server.companies.checking import Event
from server.errors import ServiceBusy

PATIENCE = 10.0
"""Seconds after which a silent stream says that it lives; a listener that is gone is noticed so."""

MOST_STREAMS = 4
"""Streams at once: each holds one of the service's threads."""

_streams = threading.BoundedSemaphore(MOST_STREAMS)


def event_stream(events: Iterator[Event | None]) -> Response:
    """Return events as a response that stays open until the last of them.

    Raises:
        ServiceBusy: too many streams are open.
    """
    if not _streams.acquire(blocking=False):
        todo = "Ask for the company itself now and then"
        raise ServiceBusy("too many listeners", todo=todo)
    response = Response(_written(events), mimetype="text/event-stream")
    response.call_on_close(_streams.release)
    response.headers["Cache-Control"] = "no-store"
    return response


def _written(events: Iterator[Event | None]) -> Iterator[str]:
    for event in events:
        if event is None:
            yield ": still looking\n\n"
        else:
            yield f"event: {event.name}\ndata: {json.dumps(event.data)}\n\n"
