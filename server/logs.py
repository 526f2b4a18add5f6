"""What the service logs: one line an event, for people on a terminal, as JSON everywhere else.

The standard library's logging with a formatter of ours: the libraries below log through it anyway,
and a line holds what we put there and nothing else. No line holds what a posting says: requests
are named by their route; an exception by its kind and its place, for its message may quote.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

LOG = logging.getLogger("syncline")

_EVENT = "event"
_Fault = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None] | None
)


def configure(level: str, stream: TextIO | None = None) -> None:
    """Log our own events from `level` on, and of libraries what is at least a warning."""
    to = stream or sys.stderr
    handler = logging.StreamHandler(to)
    handler.setFormatter(Lines() if to.isatty() else JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    LOG.setLevel(level.upper())


def tell(level: int, message: str, **event: object) -> None:
    """Log an event with its values, which stay values in JSON."""
    LOG.log(level, message, extra={_EVENT: event})


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, the event's values."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as a line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, _EVENT, {}),
        }
        if record.exc_info:
            line["fault"] = places_of(record.exc_info)
        return json.dumps(line, default=str)


class Lines(logging.Formatter):
    """The same for a person: time of day, message, values."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as a line, with a fault's place below it."""
        at = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        level = "" if record.levelno == logging.INFO else f"{record.levelname.lower()}: "
        event: dict[str, object] = getattr(record, _EVENT, {})
        values = "".join(f"  {name} {value}" for name, value in event.items())
        line = f"{at}  {level}{record.getMessage()}{values}"
        return "\n    ".join([line, *places_of(record.exc_info)]) if record.exc_info else line


def places_of(fault: _Fault) -> list[str]:
    """An exception's kind, and where it was raised, the innermost call last; not what it says."""
    if fault is None or fault[0] is None:
        return []
    places = traceback.extract_tb(fault[2])
    return [fault[0].__name__, *(f"{one.filename}:{one.lineno} in {one.name}" for one in places)]
