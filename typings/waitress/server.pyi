"""The part of waitress that Syncline uses; the library ships no types."""

from collections.abc import Callable
from socket import socket
from typing import Protocol

from flask import Flask

class _Dispatcher(Protocol):
    def shutdown(self) -> bool: ...

class _Trigger(Protocol):
    def pull_trigger(self, thunk: Callable[[], None]) -> None: ...

class _Server(Protocol):
    trigger: _Trigger
    task_dispatcher: _Dispatcher
    def run(self) -> None: ...
    def close(self) -> None: ...

def create_server(
    application: Flask,
    *,
    map: dict[int, object],
    sockets: list[socket],
    threads: int,
    ident: str,
    max_request_body_size: int,
) -> _Server: ...
