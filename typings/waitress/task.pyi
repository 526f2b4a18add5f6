"""The part of waitress that Syncline uses; the library ships no types."""

from typing import Protocol

class _Error(Protocol):
    code: int
    reason: str
    body: str

class _Request(Protocol):
    error: _Error

class ErrorTask:
    request: _Request
    status: str
    response_headers: list[tuple[str, str]]
    content_length: int
    def execute(self) -> None: ...
    def set_close_on_finish(self) -> None: ...
    def write(self, data: bytes) -> None: ...

class ThreadedTaskDispatcher:
    threads: set[int]
    def set_thread_count(self, count: int) -> None: ...
    def shutdown(self, cancel_pending: bool = ..., timeout: float = ...) -> bool: ...
