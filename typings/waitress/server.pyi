"""The part of waitress that Syncline uses; the library ships no types."""

from typing import Protocol

from flask import Flask

class _Dispatcher(Protocol):
    def shutdown(self) -> bool: ...

class _Server(Protocol):
    effective_port: int | str
    task_dispatcher: _Dispatcher
    def run(self) -> None: ...
    def close(self) -> None: ...

def create_server(
    application: Flask,
    *,
    host: str,
    port: int,
    threads: int,
    ident: str,
    max_request_body_size: int,
) -> _Server: ...
