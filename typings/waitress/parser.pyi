"""The part of waitress that Syncline uses; the library ships no types."""

from waitress.adjustments import Adjustments
from waitress.utilities import Error

class HTTPRequestParser:
    completed: bool
    error: Error | None
    def __init__(self, adj: Adjustments) -> None: ...
