"""The part of waitress that Syncline uses; the library ships no types."""

class Error:
    code: int
    reason: str
    def __init__(self, body: str) -> None: ...
